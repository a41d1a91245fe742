#include "batch/reading.h"

#include "base/error.h"
#include "base/files.h"
#include "pipeline.h"

#include <fmt/format.h>
#include <poll.h>

#include <algorithm>
#include <thread>
#include <utility>

namespace ziping {
namespace {

constexpr auto kLook = std::chrono::milliseconds(200);  // at clocks, at least
constexpr int kMaxFailedStarts = 5;
constexpr double kPatienceToStart = 60;           // seconds, and to leave
constexpr int kMaxKills = 10;                     // of one document's workers, by others
constexpr std::size_t kMaxRowBytes = 256u << 20;  // of one document, packed

/// What is known of a document whose workers have died.
DocumentResult dead_document(const Task& task, const Death& death, int pages) {
  DocumentResult result = failed_document(task.document, death.code, death.message);
  result.sha256 = task.content.substr(0, task.content.find('.'));
  result.pages = pages;
  if (pages > 0) result.media_type = "application/pdf";
  result.bytes = size_of(task.file);
  return result;
}

}  // namespace

int jobs_of(const ReadingOptions& options) {
  if (options.jobs > 0) return options.jobs;
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

Reading::Reading(Feed& feed, const Processes& processes, const ReadingOptions& options, Results& results,
                 StopSignals& signals, RunObserver& observer)
    : feed_(feed),
      processes_(processes),
      options_(options),
      results_(results),
      signals_(signals),
      observer_(observer) {
  for (int i = 0; i < jobs_of(options); ++i) workers_.push_back(start_worker());
}

bool Reading::run() {
  for (;;) {
    if (signals_.stopped()) return false;
    hand_out();
    if (feed_.is_done() && retries_.empty() && busy() == 0) return true;
    wait_and_receive();
    check_clocks();
    results_.tell_progress(feed_.inputs_done());
  }
}

std::size_t Reading::busy() const {
  return static_cast<std::size_t>(std::count_if(workers_.begin(), workers_.end(),
                                                [](const auto& worker) { return worker->task.has_value(); }));
}

void Reading::hand_out() {
  if (!retries_.empty()) return retry();
  for (auto& worker : workers_) {
    if (!worker->is_free()) continue;
    std::optional<Task> task = feed_.next();
    if (!task) return;
    give(*worker, std::move(*task));
  }
}

/// Reads a document again: alone, so that no other takes its memory or time, in a process without a past.
void Reading::retry() {
  if (busy() > 0) return;
  Task task = std::move(retries_.front());
  retries_.pop_front();
  workers_.front() = start_worker();
  give(*workers_.front(), std::move(task));
}

void Reading::give(Worker& worker, Task task) {
  worker.document = {};
  worker.row_bytes = 0;
  worker.mark.clear();
  worker.place = {};
  worker.content_known = false;
  worker.begun = SteadyClock::now();
  worker.silence.end();
  int pages = task.pages_before > 0 ? task.pages_before : options_.max_pages;
  worker.task = std::move(task);
  const Task& given = *worker.task;
  try {
    worker.child.channel().send(Job{given.document, pages, given.error_code, given.error}, given.file.get());
  } catch (const ProtocolError&) {  // it has died meanwhile: receive() sees that
  }
}

void Reading::wait_and_receive() {
  std::vector<pollfd> polled{{signals_.descriptor(), POLLIN, 0}};
  for (const auto& worker : workers_) polled.push_back({worker->child.channel().socket(), POLLIN, 0});
  polled.push_back({feed_.socket(), POLLIN, 0});
  if (poll(polled.data(), polled.size(), static_cast<int>(kLook.count())) <= 0) return;
  for (std::size_t i = 0; i < workers_.size(); ++i)
    if (polled[i + 1].revents != 0) receive(workers_[i]);
  if (polled.back().revents != 0) feed_.receive();
}

void Reading::receive(std::unique_ptr<Worker>& worker) {
  bool open = false;
  try {
    open = worker->child.channel().fill();
    while (auto frame = worker->child.channel().next()) take(*worker, *frame);
  } catch (const ProtocolError&) {
    worker->killed = Killed::broken;
    worker->child.kill();
    open = false;
  }
  if (open) return;
  died(*worker);
  worker = start_worker();
}

void Reading::take(Worker& worker, const Frame& frame) {
  worker.silence.end();
  if (frame.type == MessageType::ready) return take_ready(worker, message_of<Ready>(frame));
  if (!worker.task) throw ProtocolError("a message without a document");
  switch (frame.type) {
    case MessageType::content:
      return take_content(worker, message_of<Content>(frame));
    case MessageType::rows:
      return take_rows(worker, message_of<Rows>(frame));
    case MessageType::done:
      return take_done(worker, message_of<Done>(frame));
    default:
      throw ProtocolError("no message of a worker");
  }
}

void Reading::take_ready(Worker& worker, const Ready& ready) {
  worker.ready = true;
  failed_starts_ = 0;
  results_.begin(jobs_of(options_), ready.sandbox);
}

void Reading::take_content(Worker& worker, const Content& content) {
  if (std::exchange(worker.content_known, true) || !is_sha256(content.sha256))
    throw ProtocolError("no content of a document");
  if (results_.wants(*worker.task, content.sha256)) return worker.child.channel().send(Go{});
  feed_.release(*worker.task);
  worker.task.reset();  // it is taken care of, even where the worker has died meanwhile
  worker.child.channel().send(Skip{});
}

void Reading::take_rows(Worker& worker, Rows rows) {
  worker.row_bytes += rows.rows.bytes.size();
  if (worker.row_bytes > kMaxRowBytes) throw ProtocolError("rows without end");
  worker.document.rows.push_back(std::move(rows.rows));
}

void Reading::take_done(Worker& worker, const Done& done) {
  Task task = std::move(*std::exchange(worker.task, {}));
  worker.leaving = done.leaving;
  PackedDocument document = done.document;
  document.rows = std::move(worker.document.rows);
  if (!is_sound(document)) {
    worker.task = std::move(task);
    throw ProtocolError("rows that nobody can read");
  }
  if (document.error_code == "memory" && task.pages_before == 0 && task.deaths < 2)
    return try_again(std::move(task), {.code = "memory", .message = document.error}, worker.mark.place());
  results_.keep(task, document, seconds_since(worker.begun));
  feed_.release(task);
}

void Reading::died(Worker& worker) {
  worker.child.kill();  // one that has closed its socket and goes on; no other feels it
  ChildEnd end = worker.child.wait();
  if (!worker.ready && ++failed_starts_ == kMaxFailedStarts)
    throw SetupError(fmt::format("workers end before they read anything: {}", end.printed));
  if (!worker.task) return;
  Task task = std::move(*std::exchange(worker.task, {}));
  PageMark::Place place = worker.mark.place();
  Death death = death_of(end, worker.killed, patience_for(task), place.page, place.pages);
  try_again(std::move(task), death, place);
}

/// Once more after a first death; then as far as the page before the one where it dies; then no more.
void Reading::try_again(Task task, const Death& death, PageMark::Place place) {
  observer_.notice(death.code, task.document, death.message);
  bool again = death.outside ? ++task.kills < kMaxKills : ++task.deaths == 1;
  if (!again && !death.outside && task.pages_before == 0 && place.page > 1 && place.page <= place.pages) {
    task.pages_before = place.page - 1;
    task.error_code = death.code;
    task.error = death.message;
    again = true;
  }
  if (again) return retries_.push_back(std::move(task));
  results_.keep(task, pack(dead_document(task, death, place.pages)), 0);
  feed_.release(task);
}

void Reading::check_clocks() {
  for (auto& worker : workers_) {
    PageMark::Place before = std::exchange(worker->place, worker->mark.place());
    if (worker->place != before) worker->silence.end();
    double patience = worker->task ? patience_for(*worker->task) : kPatienceToStart;
    bool silent = worker->silence.longer_than(patience);
    if (!silent || worker->is_free() || worker->killed != Killed::no) continue;
    worker->killed = Killed::silent;
    worker->child.kill();
  }
  feed_.check();
}

/// Seconds without a page. A document that is read again has the machine for itself.
double Reading::patience_for(const Task& task) const {
  return task.deaths > 0 ? options_.timeout / 2 : options_.timeout;
}

std::unique_ptr<Worker> Reading::start_worker() {
  return std::make_unique<Worker>(processes_.read_documents);
}

}  // namespace ziping
