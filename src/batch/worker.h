#pragma once

#include "batch/death.h"
#include "batch/task.h"
#include "store/packed_document.h"
#include "worker/child.h"

#include <chrono>
#include <optional>

namespace ziping {

using SteadyClock = std::chrono::steady_clock;

inline double seconds_since(SteadyClock::time_point time) {
  return std::chrono::duration<double>(SteadyClock::now() - time).count();
}

/// A worker process as the run sees it: what it reads and how far it is.
struct Worker {
  explicit Worker(Child process) : child(std::move(process)) {}

  Child child;
  bool ready = false;
  bool leaving = false;  ///< ends by itself
  Killed killed = Killed::no;

  // Of the document that it reads.
  std::optional<Task> task;
  PackedDocument document;  ///< its rows so far
  std::size_t row_bytes = 0;
  int page = 0, pages = 0;               ///< the page that was begun, of how many
  SteadyClock::time_point begun, heard;  ///< when it got the task, and last said something

  bool is_free() const { return ready && !leaving && !task && killed == Killed::no; }
};

}  // namespace ziping
