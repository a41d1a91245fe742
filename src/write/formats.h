#pragma once

#include "write/run_facts.h"
#include "write/table_writer.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ziping {

/// A format that the dataset can be written in.
struct Format {
  const char* name;   ///< as --to takes it
  const char* label;  ///< one line for the help
  int weight;         ///< CPU of a row, about, where CSV is 1
  std::unique_ptr<TableWriter> (*open)(const std::string& folder, const WriteOptions& options);
  std::vector<std::string> (*files)();  ///< names it writes inside the folder
  void (*require)() = nullptr;          ///< throws SetupError where this machine cannot write it
};

const std::vector<Format>& formats();

/// Reads `csv,jsonl`; each format once, in the order of formats(). Throws UsageError for an unknown one.
std::vector<Format> formats_named(const std::string& list);

/// A part of writing a dataset that depends on no other part: a process of its own may run it.
struct WriteTask {
  std::string name;  ///< what it writes
  std::function<void()> run;
};

struct WritePlan {
  std::vector<WriteTask> tasks;
  std::vector<WriteTask> then;  ///< when all of these have ended
};

/// What is to be done for a dataset whose store `folder`/dataset.sqlite is closed: its tables, for those who
/// query it, its files in each of the `chosen` formats and, where there are such, those that describe it, see
/// PackageWriter. At most `jobs` tasks at a time, of about the same length; each reads the store once. Tasks
/// throw OutputError.
WritePlan write_plan(const std::string& folder, const std::vector<Format>& chosen,
                     const WriteOptions& options, int jobs);

/// The same without the tables of `dataset.sqlite`.
WritePlan format_plan(const std::string& folder, const std::vector<Format>& chosen,
                      const WriteOptions& options, int jobs);

/// Describes the files of all formats that are there, also those of an earlier export of the same dataset.
WriteTask package_task(const std::string& folder);

/// Removes what an earlier run has left in any format, complete or not: it would tell of another dataset.
void remove_formats(const std::string& folder);

/// Removes and writes, without describing it.
void write_formats(const std::string& folder, const std::vector<Format>& chosen);

}  // namespace ziping
