#include "write/formats.h"

#include "base/error.h"
#include "base/nearest.h"
#include "store/store_reader.h"
#include "write/csv.h"
#include "write/dataset_writer.h"
#include "write/jsonl.h"
#include "write/package.h"
#include "write/parquet.h"
#include "write/stata.h"
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

PackageSources package_sources(const std::string& folder) {
  std::vector<std::string> files = {"dataset.sqlite"}, names;
  for (const Format& format : formats()) {
    std::vector<std::string> found = files_there(folder, format);
    if (!found.empty()) names.emplace_back(format.name);
    files.insert(files.end(), found.begin(), found.end());
  }
  if (std::filesystem::exists(folder + "/verdicts.csv")) files.emplace_back("verdicts.csv");
  RunIdentity identity = StoreReader(folder + "/dataset.sqlite").info().identity;
  return {run_facts(identity, names), std::move(files)};
}

/// A file, or one for each table, of a dataset.
struct Output {
  std::string name;
  int weight;  ///< see Format
  std::function<std::unique_ptr<TableWriter>()> open;
};

constexpr int kDatasetWeight = 6;

std::vector<Output> outputs_of(const std::string& folder, const std::vector<Format>& chosen,
                               const WriteOptions& options) {
  std::vector<Output> outputs;
  for (const Format& format : chosen)
    outputs.push_back(
        {format.name, format.weight, [=, open = format.open] { return open(folder, options); }});
  return outputs;
}

Output package_output(const std::string& folder) {
  return {"README.md", 0,
          [=] { return std::make_unique<PackageWriter>(folder, [=] { return package_sources(folder); }); }};
}

constexpr std::size_t kCountedRows = 1000;

/// Writes one table in each format. `count`: where rows are counted, about a thousand at a time; null for
/// nowhere.
void write_table(const StoreReader& store, const Table& table,
                 const std::vector<std::unique_ptr<TableWriter>>& writers, RowCount* count) {
  std::size_t rows = 0;
  for (auto& writer : writers) writer->begin(table);
  store.for_each_row(table, [&](const Row& row) {
    for (auto& writer : writers) writer->row(row);
    if (++rows % kCountedRows == 0 && count != nullptr) count->add(kCountedRows * writers.size());
  });
  for (auto& writer : writers) writer->end();
  if (count != nullptr) count->add(rows % kCountedRows * writers.size());
}

/// Reads the store of a folder once.
void write_outputs(const std::string& folder, const std::vector<Output>& outputs, RowCount* count) {
  StoreReader store(folder + "/dataset.sqlite");
  std::vector<std::unique_ptr<TableWriter>> writers;
  for (const Output& output : outputs) writers.push_back(output.open());
  for (const Table& table : tables()) write_table(store, table, writers, count);
  for (auto& writer : writers) writer->finish();
}

/// Shares the outputs out: each goes to the task that has least to do, the heaviest first.
WritePlan plan_of(const std::string& folder, std::vector<Output> outputs, bool described, int jobs,
                  std::shared_ptr<RowCount> count) {
  std::stable_sort(outputs.begin(), outputs.end(),
                   [](const Output& a, const Output& b) { return a.weight > b.weight; });
  struct Share {
    int weight = 0;
    std::vector<Output> outputs;
  };
  std::vector<Share> shares(std::min(outputs.size(), static_cast<std::size_t>(std::max(jobs, 1))));
  for (Output& output : outputs) {
    Share& share = *std::min_element(shares.begin(), shares.end(),
                                     [](const Share& a, const Share& b) { return a.weight < b.weight; });
    share.weight += output.weight;
    share.outputs.push_back(std::move(output));
  }
  bool alone = shares.size() == 1;
  if (described && alone) shares.front().outputs.push_back(package_output(folder));
  WritePlan plan;
  if (described && !alone) plan.then.push_back(package_task(folder));
  for (Share& share : shares) {
    std::string names;
    for (const Output& output : share.outputs) names += (names.empty() ? "" : ", ") + output.name;
    plan.tasks.push_back({folder + ": " + names, [=, outputs = std::move(share.outputs)] {
                            write_outputs(folder, outputs, count.get());
                          }});
  }
  return plan;
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

WritePlan write_plan(const std::string& folder, const std::vector<Format>& chosen,
                     const WriteOptions& options, int jobs) {
  std::vector<Output> outputs = outputs_of(folder, chosen, options);
  outputs.push_back(
      {"dataset.sqlite", kDatasetWeight, [=] { return std::make_unique<DatasetWriter>(folder); }});
  return plan_of(folder, std::move(outputs), !chosen.empty(), jobs, options.rows);
}

WritePlan format_plan(const std::string& folder, const std::vector<Format>& chosen,
                      const WriteOptions& options, int jobs) {
  return plan_of(folder, outputs_of(folder, chosen, options), !chosen.empty(), jobs, options.rows);
}

WriteTask package_task(const std::string& folder) {
  return {folder + "/README.md", [=] { write_outputs(folder, {package_output(folder)}, nullptr); }};
}

void remove_formats(const std::string& folder) {
  for (const Format& format : formats()) remove_files(folder, format.files());
  PackageWriter::remove_files(folder);
}

void write_formats(const std::string& folder, const std::vector<Format>& chosen) {
  remove_formats(folder);
  constexpr int kJobs = 2;  // so that describing it is a task of its own, then
  for (const WriteTask& task : write_plan(folder, chosen, {}, kJobs).tasks) task.run();
}

}  // namespace ziping
