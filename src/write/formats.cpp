#include "write/formats.h"

#include "base/error.h"
#include "base/nearest.h"
#include "write/csv.h"
#include "write/jsonl.h"
#include "write/package.h"
#include "write/parquet.h"
#include "write/stata.h"
#include "write/xlsx.h"

#include <fmt/format.h>

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

void remove_files(const std::string& folder, const std::vector<std::string>& names) {
  for (const std::string& name : names)
    for (const char* end : {"", ".part"}) std::remove((folder + "/" + name + end).c_str());
}

}  // namespace

const std::vector<Format>& formats() {
  static const std::vector<Format> all = {
      {"csv", "CSV, UTF-8, one file a table", 1, open_csv, [] { return file_a_table(".csv"); }},
      {"jsonl", "JSON Lines, one file a table", 2, open<JsonlWriter>, [] { return file_a_table(".jsonl"); }},
      {"xlsx", "Excel workbook, one sheet a table", 40, open<XlsxWriter>,
       [] { return std::vector<std::string>{"dataset.xlsx"}; }},
      {"stata", "Stata 14 and later, one file a table", 5, open<StataWriter>,
       [] { return file_a_table(".dta"); }},
      {"parquet", "Parquet, one file a table; needs DuckDB's library", 33, open<ParquetWriter>,
       [] { return file_a_table(".parquet"); }, Duckdb::require},
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
  if (asked.empty()) throw UsageError(fmt::format("--to needs a format: {}", fmt::join(known, ", ")));
  std::vector<Format> chosen;
  for (const Format& format : formats())
    if (asked.count(format.name)) chosen.push_back(format);
  return chosen;
}

void remove_formats(const std::string& folder) {
  for (const Format& format : formats()) remove_files(folder, format.files());
  PackageWriter::remove_files(folder);
}

}  // namespace ziping
