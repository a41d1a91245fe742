#pragma once

#include "batch/archive_reading.h"
#include "batch/processes.h"
#include "batch/results.h"
#include "batch/task.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <vector>

namespace ziping {

/// The documents of a run, one after the other as readers become free: the inputs in their order, and what
/// comes out of archives meanwhile, one archive at a time. What cannot be opened goes to the results.
class Feed {
 public:
  Feed(const std::vector<std::string>& inputs, const Processes& processes, const ReadingOptions& options,
       Results& results)
      : inputs_(inputs), processes_(processes), options_(options), results_(results) {}

  /// The next document; none now, and none any more where is_done().
  std::optional<Task> next();
  bool is_done() const;
  /// A document that next() gave has been taken care of.
  void release(const Task& task);

  /// Socket of the unpacker; -1 where there is none.
  int socket();
  /// Takes what the unpacker has sent.
  void receive();
  /// Ends an unpacker that has said nothing for too long.
  void check(SteadyClock::time_point now);

  std::size_t inputs_done() const { return inputs_done_; }

 private:
  std::optional<Task> open_input();
  void start_archive(Task archive);
  void leave_archive();

  const std::vector<std::string>& inputs_;
  const Processes& processes_;
  const ReadingOptions& options_;
  Results& results_;

  std::size_t next_input_ = 0, inputs_done_ = 0;
  std::optional<ArchiveReading> archive_;
  std::deque<Task> entries_;          ///< of archive_
  std::optional<Task> next_archive_;  ///< waits until archive_ has ended
};

}  // namespace ziping
