#pragma once

#include "batch/results.h"
#include "batch/task.h"
#include "batch/worker.h"

#include <deque>
#include <functional>
#include <optional>
#include <string>

namespace ziping {

/// An archive that is being unpacked, by a process of its own. Its documents become tasks, no more of them at
/// a time than `credits`; what cannot be read of it becomes rows.
class ArchiveReading {
 public:
  /// Starts a process that serves one archive of that many bytes.
  using Start = std::function<Child(std::uint64_t bytes)>;

  /// `archive` is the task of the whole file. Throws SetupError where no process starts.
  ArchiveReading(Task archive, Start start, int credits, double timeout);

  Channel& channel() { return child_->channel(); }
  const Task& archive() const { return archive_; }
  bool ended() const { return ended_; }

  /// Takes what the process has sent, and its death where it has died.
  void receive(std::deque<Task>& tasks, Results& results);
  /// A document of it is read: one more may come.
  void give_credit();
  /// Ends a process that has said nothing for too long.
  void check(SteadyClock::time_point now);

 private:
  void begin();
  void take(const Frame& frame, std::deque<Task>& tasks, Results& results);
  void take(const Problem& problem, Results& results);
  void died(Results& results);
  void end(const std::string& code, const std::string& message, Results& results);

  Task archive_;
  Start start_;
  double timeout_;
  std::optional<Child> child_;
  Killed killed_ = Killed::no;
  SteadyClock::time_point heard_;
  int credits_;
  std::uint64_t given_ = 0;          ///< number of the last entry that came
  std::int64_t problems_ = 0;        ///< behind it, so far
  std::size_t seen_ = 0, told_ = 0;  ///< problems, of this process and of those before it
  std::size_t documents_ = 0;
  DocumentResult whole_;  ///< what there is to say of the archive itself
  bool ended_ = false;
};

}  // namespace ziping
