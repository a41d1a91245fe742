#pragma once

#include "batch/observer.h"

#include <cstddef>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace ziping {

/// `1 document`, `2 documents`.
std::string counted(std::size_t count, const std::string& noun);

/// What is known of a run beyond its counts.
struct RunSpeed {
  double pages_per_second = 0;
  std::optional<double> seconds_left;
  std::size_t records = 0;
};

/// `ziping: 412 documents (4%), 3 failed, about 12 min left, 31.5 pages/s, 18230 records`: as much of it as
/// fits into `width` columns.
std::string progress_line(const RunProgress& progress, const RunSpeed& speed,
                          int width = std::numeric_limits<int>::max());

/// The last sentences of a run, each a line. `told` failures have been printed one by one: the reasons are
/// counted where that were not all, or too many to look through. `failure_list` is the file that names them.
std::vector<std::string> summary_lines(const RunSummary& summary, const std::string& folder,
                                       const std::string& failure_list, std::size_t told);

}  // namespace ziping
