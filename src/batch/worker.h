#pragma once

#include "batch/death.h"
#include "batch/task.h"
#include "store/packed_document.h"
#include "worker/child.h"
#include "worker/page_mark.h"

#include <chrono>
#include <functional>
#include <optional>

namespace ziping {

using SteadyClock = std::chrono::steady_clock;

inline double seconds_since(SteadyClock::time_point time) {
  return std::chrono::duration<double>(SteadyClock::now() - time).count();
}

/// How long a process has said nothing. Time in which this one slept too (Ctrl-Z, a laptop that is shut) does
/// not count, as longer_than() is asked several times a second.
class Silence {
 public:
  void end() { begun_ = asked_ = SteadyClock::now(); }

  bool longer_than(double seconds) {
    constexpr auto kSlept = std::chrono::seconds(5);
    SteadyClock::time_point now = SteadyClock::now();
    if (now - asked_ > kSlept) begun_ += now - asked_;
    asked_ = now;
    return std::chrono::duration<double>(now - begun_).count() > seconds;
  }

 private:
  SteadyClock::time_point begun_ = SteadyClock::now(), asked_ = begun_;
};

/// A worker process as the run sees it: what it reads and how far it is.
struct Worker {
  /// Starts it. Throws SetupError.
  explicit Worker(const std::function<void(Channel& run, PageMark& mark)>& main)
      : child(Child::start([&](Channel& run) { main(run, mark); })) {}

  PageMark mark;
  Child child;
  bool ready = false;
  bool leaving = false;  ///< ends by itself
  Killed killed = Killed::no;

  // Of the document that it reads.
  std::optional<Task> task;
  PackedDocument document;  ///< its rows so far
  std::size_t row_bytes = 0;
  bool content_known = false;
  PageMark::Place place;          ///< where it was when the run looked last
  SteadyClock::time_point begun;  ///< when it got the task
  Silence silence;

  bool is_free() const { return ready && !leaving && !task && killed == Killed::no; }
};

}  // namespace ziping
