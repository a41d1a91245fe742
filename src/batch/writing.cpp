#include "batch/writing.h"

#include "base/error.h"
#include "base/forked_array.h"
#include "worker/child.h"

#include <fmt/format.h>
#include <poll.h>

#include <atomic>
#include <cerrno>
#include <cstring>
#include <iterator>
#include <list>

namespace ziping {
namespace {

constexpr int kTick = 300;  ///< milliseconds

/// The tasks, given out one by one to forked processes: a small table is not worth a process of its own.
class TaskQueue {
 public:
  explicit TaskQueue(const std::vector<WriteTask>& tasks) : tasks_(tasks), writers_(tasks.size(), kNobody) {}

  /// Runs tasks until none is left; `writer` is the number of the process.
  void run(int writer) {
    for (std::size_t i; (i = next_[0].fetch_add(1)) < tasks_.size(); writers_[i] = kNobody) {
      writers_[i] = writer;
      tasks_[i].run();
    }
  }

  /// The task that a writer has begun and not ended.
  const std::string& task_of(int writer) const {
    std::size_t i = 0;
    while (i + 1 < tasks_.size() && writers_[i] != writer) ++i;
    return tasks_[i].name;
  }

 private:
  static constexpr int kNobody = -1;

  const std::vector<WriteTask>& tasks_;
  ForkedArray<std::atomic<std::size_t>> next_{1, 0};
  ForkedArray<std::atomic<int>> writers_;  ///< of each task
};

/// A process that writes files.
struct Writer {
  int number;
  Child child;
};

void check(const Writer& writer, const ChildEnd& end, const TaskQueue& queue) {
  if (end.signal == 0 && end.code == 0) return;
  if (end.signal == 0 && !end.printed.empty()) throw OutputError(end.printed);
  throw OutputError(fmt::format(
      "{}: its writer ended by {}; the same command goes on", queue.task_of(writer.number),
      end.signal == 0 ? fmt::format("exit code {}", end.code) : std::string(strsignal(end.signal))));
}

/// Waits for an end of one of them, or a signal, or a tick.
void wait(std::list<Writer>& writers, StopSignals& signals, const TaskQueue& queue) {
  std::vector<pollfd> polled{{signals.descriptor(), POLLIN, 0}};
  for (Writer& writer : writers) polled.push_back({writer.child.channel().socket(), POLLIN, 0});
  if (poll(polled.data(), polled.size(), kTick) < 0 && errno != EINTR) return;
  auto state = std::next(polled.begin());
  for (auto writer = writers.begin(); writer != writers.end(); ++state) {
    auto next = std::next(writer);
    if (state->revents != 0) {
      check(*writer, writer->child.wait(), queue);
      writers.erase(writer);
    }
    writer = next;
  }
}

}  // namespace

bool write_files(const std::vector<WriteTask>& tasks, int jobs, StopSignals& signals,
                 const std::function<void()>& tick) {
  TaskQueue queue(tasks);
  std::list<Writer> writers;
  for (int number = 0; number < jobs && static_cast<std::size_t>(number) < tasks.size(); ++number)
    writers.push_back({number, Child::start([&queue, number](Channel&) { queue.run(number); })});
  while (!writers.empty()) {
    if (signals.stopped()) return false;
    wait(writers, signals, queue);
    tick();
  }
  return true;
}

}  // namespace ziping
