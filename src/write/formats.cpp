#include "write/formats.h"

#include "base/error.h"
#include "base/nearest.h"
#include "record/dataset_sql.h"
#include "store/dataset_file.h"
#include "store/store_reader.h"
#include "write/csv.h"
#include "write/jsonl.h"
#include "write/package.h"
#include "write/parquet.h"
#include "write/review_link.h"
#include "write/sqlite.h"
#include "write/stata.h"
#include "write/verdicts.h"
#include "write/xlsx.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
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

constexpr std::size_t kCountedRows = 1000;

/// `count`: where its rows are counted, a thousand at a time; null for nowhere.
void write_table(const StoreReader& store, const Table& table, TableWriter& writer, RowCount* count) {
  std::size_t rows = 0;
  writer.begin(table);
  store.for_each_row(table, [&](const Row& row) {
    writer.row(row);
    if (++rows % kCountedRows == 0 && count != nullptr) count->add(kCountedRows);
  });
  writer.end();
  if (count != nullptr) count->add(rows % kCountedRows);
}

/// Writes one table, or all where none is named.
void write_file(const StoreReader& store, const Table* only, TableWriter& writer, RowCount* count) {
  for (const Table& table : tables())
    if (only == nullptr || only == &table) write_table(store, table, writer, count);
  writer.finish();
}

/// What people have said of the rows outlives them: it stands in a file of its own.
void write_verdicts_of(const std::string& folder, Database& database) {
  Verdicts verdicts = kept_verdicts(folder);
  if (!verdicts.empty()) write_verdicts(database, verdicts);
}

/// Replaces a store by the finished dataset: the same rows, and the tables made of them.
void write_dataset(const std::string& folder, RowCount* count) {
  const std::string path = folder + "/dataset.sqlite";
  StoreReader store(path);
  NewDataset dataset(path);
  SqliteWriter writer(dataset.database());
  Transaction transaction(dataset.database());
  for (const Table& table : tables()) {
    if (create_view_sql(table).empty()) {
      write_table(store, table, writer, count);
    } else {
      writer.begin(table);  // a view has no rows of its own
    }
  }
  write_verdicts_of(folder, dataset.database());
  transaction.commit();
  dataset.finish();
  tell_review(folder);
}

std::vector<std::string> files_there(const std::string& folder, const Format& format) {
  std::vector<std::string> files = format.files();
  std::erase_if(files,
                [&](const std::string& name) { return !std::filesystem::exists(folder + "/" + name); });
  return files;
}

/// `names`: formats that the dataset is in.
RunFacts run_facts(const RunIdentity& identity, const std::vector<std::string>& names) {
  return {identity.program, identity.patterns, identity.settings,
          fmt::format("ziping extract INPUT... -o OUT --to {}", fmt::join(names, ","))};
}

void remove_files(const std::string& folder, const std::vector<std::string>& names) {
  for (const std::string& name : names)
    for (const char* end : {"", ".part"}) std::remove((folder + "/" + name + end).c_str());
}

}  // namespace

const std::vector<Format>& formats() {
  static const std::vector<Format> all = {
      {"csv", "CSV, UTF-8, one file a table", open_csv, [] { return file_a_table(".csv"); }},
      {"jsonl", "JSON Lines, one file a table", open<JsonlWriter>, [] { return file_a_table(".jsonl"); }},
      {"xlsx", "Excel workbook, one sheet a table", open<XlsxWriter>,
       [] { return std::vector<std::string>{"dataset.xlsx"}; }, true},
      {"stata", "Stata 14 and later, one file a table", open<StataWriter>,
       [] { return file_a_table(".dta"); }},
      {"parquet", "Parquet, one file a table; needs DuckDB's library", open<ParquetWriter>,
       [] { return file_a_table(".parquet"); }, false, Duckdb::require},
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

std::vector<WriteTask> write_tasks(const std::string& folder, const std::vector<Format>& chosen,
                                   const WriteOptions& options) {
  const std::string path = folder + "/dataset.sqlite";
  std::vector<WriteTask> tasks = {{path, [=] { write_dataset(folder, options.rows.get()); }}};
  for (WriteTask& task : format_tasks(folder, chosen, options)) tasks.push_back(std::move(task));
  return tasks;
}

std::vector<WriteTask> format_tasks(const std::string& folder, const std::vector<Format>& chosen,
                                    const WriteOptions& options) {
  const std::string path = folder + "/dataset.sqlite";
  std::vector<WriteTask> tasks;
  for (const Format& format : chosen) {
    std::vector<std::string> files = format.files();
    for (std::size_t i = 0; i < files.size(); ++i) {
      const Table* only = format.one_file ? nullptr : &tables()[i];
      tasks.push_back({folder + "/" + files[i], [=, open = format.open] {
                         write_file(StoreReader(path), only, *open(folder, options), options.rows.get());
                       }});
    }
  }
  return tasks;
}

WriteTask package_task(const std::string& folder) {
  return {folder + "/README.md", [=] {
            StoreReader store(folder + "/dataset.sqlite");
            std::vector<std::string> files = {"dataset.sqlite"}, names;
            for (const Format& format : formats()) {
              std::vector<std::string> found = files_there(folder, format);
              if (!found.empty()) names.emplace_back(format.name);
              files.insert(files.end(), found.begin(), found.end());
            }
            if (std::filesystem::exists(folder + "/verdicts.csv")) files.emplace_back("verdicts.csv");
            PackageWriter writer(folder, run_facts(store.info().identity, names), std::move(files));
            write_file(store, nullptr, writer, nullptr);
          }};
}

void remove_formats(const std::string& folder) {
  for (const Format& format : formats()) remove_files(folder, format.files());
  PackageWriter::remove_files(folder);
}

void write_formats(const std::string& folder, const std::vector<Format>& chosen) {
  remove_formats(folder);
  for (const WriteTask& task : write_tasks(folder, chosen, {})) task.run();
}

}  // namespace ziping
