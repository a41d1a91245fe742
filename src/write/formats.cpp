#include "write/formats.h"

#include "base/error.h"
#include "base/nearest.h"
#include "write/csv.h"
#include "write/jsonl.h"
#include "write/stata.h"
#include "write/xlsx.h"

#include <algorithm>
#include <cstdio>
#include <set>
#include <sstream>

namespace ziping {
namespace {

template <class Writer>
std::unique_ptr<TableWriter> open(const std::string& folder, const WriteOptions&) {
  return std::make_unique<Writer>(folder);
}

std::unique_ptr<TableWriter> open_csv(const std::string& folder, const WriteOptions& options) {
  return std::make_unique<CsvWriter>(folder, options.bom ? CsvFlavour::excel : CsvFlavour::plain);
}

std::vector<std::string> file_a_table(const std::string& extension) {
  std::vector<std::string> names;
  for (const Table& table : tables()) names.push_back(table.name + extension);
  return names;
}

void write_table(const Store& store, const Table& table,
                 const std::vector<std::unique_ptr<TableWriter>>& writers) {
  for (const auto& writer : writers) writer->begin(table);
  store.for_each_row(table, [&](const Row& row) {
    for (const auto& writer : writers) writer->row(row);
  });
  for (const auto& writer : writers) writer->end();
}

}  // namespace

const std::vector<Format>& formats() {
  static const std::vector<Format> all = {
      {"csv", "CSV, UTF-8, one file a table", open_csv, [] { return file_a_table(".csv"); }},
      {"jsonl", "JSON Lines, one file a table", open<JsonlWriter>, [] { return file_a_table(".jsonl"); }},
      {"xlsx", "Excel workbook, one sheet a table", open<XlsxWriter>,
       [] { return std::vector<std::string>{"dataset.xlsx"}; }},
      {"stata", "Stata 14 and later, one file a table", open<StataWriter>,
       [] { return file_a_table(".dta"); }},
  };
  return all;
}

std::vector<Format> formats_named(const std::string& list) {
  std::vector<std::string> known;
  for (const Format& format : formats()) known.emplace_back(format.name);
  std::set<std::string> asked;
  std::istringstream names(list);
  for (std::string name; std::getline(names, name, ',');) {
    if (std::find(known.begin(), known.end(), name) == known.end())
      throw UsageError("unknown format '" + name + "'" + did_you_mean(name, known));
    asked.insert(name);
  }
  if (asked.empty()) throw UsageError("--to needs a format: csv, jsonl");
  std::vector<Format> chosen;
  for (const Format& format : formats())
    if (asked.count(format.name)) chosen.push_back(format);
  return chosen;
}

void write_formats(const Store& store, const std::string& folder, const std::vector<Format>& chosen) {
  for (const Format& format : formats())
    for (const std::string& name : format.files()) std::remove((folder + "/" + name).c_str());
  std::vector<std::unique_ptr<TableWriter>> writers;
  for (const Format& format : chosen) writers.push_back(format.open(folder, {}));
  for (const Table& table : tables()) write_table(store, table, writers);
  for (const auto& writer : writers) writer->finish();
}

}  // namespace ziping
