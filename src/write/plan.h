#pragma once

#include "write/formats.h"

#include <functional>
#include <string>
#include <vector>

namespace ziping {

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

/// Removes what an earlier run has left and writes the same, in this process, without describing it.
void write_formats(const std::string& folder, const std::vector<Format>& chosen);

/// Describes the files of all formats that are there, also those of an earlier export of the same dataset.
WriteTask package_task(const std::string& folder);

}  // namespace ziping
