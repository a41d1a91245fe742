#pragma once

#include "write/run_facts.h"
#include "write/table_writer.h"

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

/// Removes what an earlier run has left in any format, complete or not: it would tell of another dataset.
void remove_formats(const std::string& folder);

}  // namespace ziping
