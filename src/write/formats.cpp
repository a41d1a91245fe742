#include "write/formats.h"

#include "base/error.h"
#include "base/nearest.h"
#include "store/dataset_file.h"
#include "store/store_reader.h"
#include "write/csv.h"
#include "write/jsonl.h"
#include "write/sqlite.h"
#include "write/verdicts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <set>
#include <sstream>

namespace ziping {
namespace {

template <class Writer>
std::unique_ptr<TableWriter> open(const std::string& folder) {
  return std::make_unique<Writer>(folder);
}

std::vector<std::string> file_a_table(const std::string& extension) {
  std::vector<std::string> names;
  for (const Table& table : tables()) names.push_back(table.name + extension);
  return names;
}

void write_table(const StoreReader& store, const Table& table, TableWriter& writer) {
  writer.begin(table);
  store.for_each_row(table, [&](const Row& row) { writer.row(row); });
  writer.end();
}

/// What people have said of the rows outlives them: it stands in a file of its own.
void write_verdicts_of(const std::string& path, Database& database) {
  Verdicts verdicts = kept_verdicts(std::filesystem::path(path).parent_path().string());
  if (!verdicts.empty()) write_verdicts(database, verdicts);
}

/// Replaces a store by the finished dataset: the same rows, and the tables made of them.
void write_dataset(const std::string& path) {
  StoreReader store(path);
  NewDataset dataset(path);
  SqliteWriter writer(dataset.database());
  Transaction transaction(dataset.database());
  for (const Table& table : tables()) write_table(store, table, writer);
  write_verdicts_of(path, dataset.database());
  transaction.commit();
  dataset.finish();
}

}  // namespace

const std::vector<Format>& formats() {
  static const std::vector<Format> all = {
      {"csv", "CSV, UTF-8, one file a table", open<CsvWriter>, [] { return file_a_table(".csv"); }},
      {"jsonl", "JSON Lines, one file a table", open<JsonlWriter>, [] { return file_a_table(".jsonl"); }},
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

std::vector<WriteTask> write_tasks(const std::string& folder, const std::vector<Format>& chosen) {
  const std::string path = folder + "/dataset.sqlite";
  std::vector<WriteTask> tasks = {{path, [path] { write_dataset(path); }}};
  for (const Format& format : chosen)
    for (const Table& table : tables())
      tasks.push_back(
          {fmt::format("{}/{}.{}", folder, table.name, format.name),
           [path, folder, format, &table] { write_table(StoreReader(path), table, *format.open(folder)); }});
  return tasks;
}

void remove_formats(const std::string& folder) {
  for (const Format& format : formats())
    for (const std::string& name : format.files())
      for (const char* end : {"", ".part"}) std::remove((folder + "/" + name + end).c_str());
}

void write_formats(const std::string& folder, const std::vector<Format>& chosen) {
  remove_formats(folder);
  for (const WriteTask& task : write_tasks(folder, chosen)) task.run();
}

}  // namespace ziping
