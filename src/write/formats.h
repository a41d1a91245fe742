#pragma once

#include "write/run_facts.h"
#include "write/sqlite.h"
#include "write/table_writer.h"

#include <memory>
#include <string>
#include <vector>

namespace ziping {

/// A format that the dataset can be written in.
struct Format {
  const char* name;   ///< as --to takes it
  const char* label;  ///< one line for the help
  std::unique_ptr<TableWriter> (*open)(const std::string& folder, const WriteOptions& options);
  std::vector<std::string> (*files)();  ///< names it writes inside the folder
};

const std::vector<Format>& formats();

/// Reads `csv,jsonl`; each format once, in the order of formats(). Throws UsageError for an unknown one.
std::vector<Format> formats_named(const std::string& list);

/// Writes every table of the store into `folder` in each of the `chosen` formats. What an earlier run
/// has left there in other formats is removed: it would tell of another dataset.
void write_formats(const Store& store, const std::string& folder, const std::vector<Format>& chosen);

}  // namespace ziping
