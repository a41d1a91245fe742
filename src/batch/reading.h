#pragma once

#include "batch/archive_reading.h"
#include "batch/inputs.h"
#include "batch/observer.h"
#include "batch/results.h"
#include "batch/run.h"
#include "batch/stop_signals.h"
#include "batch/worker.h"
#include "pattern/pattern_set.h"
#include "worker/serve_documents.h"

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace ziping {

/// Reads all inputs of a run with a few worker processes and one loop that waits for them.
class Reading {
 public:
  Reading(const std::vector<Input>& inputs, const PatternSet& patterns, const ReadingOptions& options,
          Results& results, StopSignals& signals, RunObserver& observer);

  /// True when all is read, false when a signal has ended it before. Throws OutputError, SetupError.
  bool run();

  RunProgress progress() const;

 private:
  // What is to be done next.
  bool is_done() const;
  void hand_out();
  void retry();
  std::optional<Task> next_task();
  std::optional<Task> open_input();
  void start_archive(Task archive);
  void give(Worker& worker, Task task);

  // What comes back.
  void wait_and_receive();
  void receive(std::unique_ptr<Worker>& worker);
  void take(Worker& worker, const Frame& frame);
  void take_content(Worker& worker, const Content& content);
  void take_done(Worker& worker, const Done& done);
  void died(Worker& worker);
  void try_again(Task task, const Death& death, int page, int pages);
  void release(Worker& worker);
  void check_clocks();
  void tell_progress();

  std::unique_ptr<Worker> start_worker();
  Child start_unpacker(std::uint64_t bytes) const;
  std::size_t busy() const;
  WorkerLimits limits() const;

  const std::vector<Input>& inputs_;
  const PatternSet& patterns_;
  const ReadingOptions& options_;
  Results& results_;
  StopSignals& signals_;
  RunObserver& observer_;

  std::vector<std::unique_ptr<Worker>> workers_;
  std::optional<ArchiveReading> archive_;
  std::optional<Task> next_archive_;  ///< waits until archive_ has ended
  std::deque<Task> entries_;          ///< of archive_
  std::deque<Task> retries_;          ///< that are read alone
  std::size_t next_input_ = 0, inputs_done_ = 0;
  int failed_starts_ = 0;
  bool told_begin_ = false;
  SteadyClock::time_point begun_ = SteadyClock::now(), told_ = begun_;
};

}  // namespace ziping
