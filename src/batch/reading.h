#pragma once

#include "batch/feed.h"
#include "batch/observer.h"
#include "batch/processes.h"
#include "batch/results.h"
#include "batch/stop_signals.h"
#include "batch/worker.h"

#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace ziping {

/// Reads all documents of a run with a few worker processes and one loop that waits for them.
class Reading {
 public:
  /// Starts the workers. Throws SetupError.
  Reading(Feed& feed, const Processes& processes, const ReadingOptions& options, Results& results,
          StopSignals& signals, RunObserver& observer);

  /// True when all is read, false when a signal has ended it before. Throws OutputError, SetupError.
  bool run();

 private:
  // What is to be done next.
  void hand_out();
  void retry();
  void give(Worker& worker, Task task);
  std::size_t busy() const;

  // What comes back.
  void wait_and_receive();
  void receive(std::unique_ptr<Worker>& worker);
  void take(Worker& worker, const Frame& frame);
  void take_ready(Worker& worker, const Ready& ready);
  void take_content(Worker& worker, const Content& content);
  void take_rows(Worker& worker, Rows rows);
  void take_done(Worker& worker, const Done& done);
  void died(Worker& worker);
  void try_again(Task task, const Death& death, PageMark::Place place);
  void check_clocks();
  double patience_for(const Task& task) const;

  std::unique_ptr<Worker> start_worker();

  Feed& feed_;
  const Processes& processes_;
  const ReadingOptions& options_;
  Results& results_;
  StopSignals& signals_;
  RunObserver& observer_;

  std::vector<std::unique_ptr<Worker>> workers_;
  std::deque<Task> retries_;  ///< that are read alone
  int failed_starts_ = 0;
};

}  // namespace ziping
