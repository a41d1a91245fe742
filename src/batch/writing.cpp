#include "batch/writing.h"

#include "base/error.h"
#include "worker/child.h"

#include <fmt/format.h>
#include <poll.h>

#include <cerrno>
#include <cstring>
#include <iterator>
#include <list>

namespace ziping {
namespace {

constexpr int kTick = 300;  ///< milliseconds

/// A process that writes files.
struct Writer {
  const WriteTask& task;
  Child child;
};

void check(const Writer& writer, const ChildEnd& end) {
  if (end.signal == 0 && end.code == 0) return;
  if (end.signal == 0 && !end.printed.empty()) throw OutputError(end.printed);
  throw OutputError(fmt::format(
      "{}: the writer ended by {}; the same command goes on", writer.task.name,
      end.signal == 0 ? fmt::format("exit code {}", end.code) : std::string(strsignal(end.signal))));
}

/// Waits for an end of one of them, or a signal, or a tick.
void wait(std::list<Writer>& writers, StopSignals& signals) {
  std::vector<pollfd> polled{{signals.descriptor(), POLLIN, 0}};
  for (Writer& writer : writers) polled.push_back({writer.child.channel().socket(), POLLIN, 0});
  if (poll(polled.data(), polled.size(), kTick) < 0 && errno != EINTR) return;
  auto state = std::next(polled.begin());
  for (auto writer = writers.begin(); writer != writers.end(); ++state) {
    auto next = std::next(writer);
    if (state->revents != 0) {
      check(*writer, writer->child.wait());
      writers.erase(writer);
    }
    writer = next;
  }
}

}  // namespace

bool write_files(const std::vector<WriteTask>& tasks, StopSignals& signals,
                 const std::function<void()>& tick) {
  std::list<Writer> writers;
  for (const WriteTask& task : tasks)
    writers.push_back({task, Child::start([&task](Channel&) { task.run(); })});
  while (!writers.empty()) {
    if (signals.stopped()) return false;
    wait(writers, signals);
    tick();
  }
  return true;
}

}  // namespace ziping
