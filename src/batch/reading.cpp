#include "batch/reading.h"

#include "archive/file_kind.h"
#include "base/error.h"
#include "base/files.h"
#include "ingest/reader.h"
#include "pipeline.h"
#include "worker/serve_archive.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <thread>

namespace ziping {
namespace {

using Seconds = std::chrono::duration<double>;

constexpr auto kLook = std::chrono::milliseconds(200);  // at clocks, at least
constexpr auto kTell = std::chrono::milliseconds(100);
constexpr int kMaxFailedStarts = 5;
constexpr int kMaxKills = 10;                     // of one document's workers, by others
constexpr std::size_t kMaxRowBytes = 256u << 20;  // of one document, packed

double seconds_since(SteadyClock::time_point time) {
  return Seconds(SteadyClock::now() - time).count();
}

bool holds_archive(const Descriptor& file) {
  std::array<char, kHeadBytes> head{};
  ssize_t count = pread(file.get(), head.data(), head.size(), 0);
  return count > 0 && is_archive({head.data(), static_cast<std::size_t>(count)});
}

/// What is known of a document whose workers have died.
DocumentResult dead_document(const Task& task, const Death& death, int pages) {
  DocumentResult result = failed_document(task.document, death.code, death.message);
  result.sha256 = task.content.substr(0, task.content.find('.'));
  result.pages = pages;
  if (pages > 0) result.media_type = "application/pdf";
  struct stat status {};
  if (fstat(task.file.get(), &status) == 0) result.bytes = static_cast<std::size_t>(status.st_size);
  return result;
}

}  // namespace

int jobs_of(const ReadingOptions& options) {
  if (options.jobs > 0) return options.jobs;
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

Reading::Reading(const std::vector<Input>& inputs, const PatternSet& patterns, const ReadingOptions& options,
                 Results& results, StopSignals& signals, RunObserver& observer)
    : inputs_(inputs),
      patterns_(patterns),
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
    if (is_done()) return true;
    wait_and_receive();
    check_clocks();
    tell_progress();
  }
}

bool Reading::is_done() const {
  return next_input_ == inputs_.size() && !archive_ && !next_archive_ && entries_.empty() &&
         retries_.empty() && busy() == 0;
}

std::size_t Reading::busy() const {
  return static_cast<std::size_t>(std::count_if(workers_.begin(), workers_.end(),
                                                [](const auto& worker) { return worker->task.has_value(); }));
}

void Reading::hand_out() {
  if (archive_ && archive_->ended() && entries_.empty()) {
    archive_.reset();
    ++inputs_done_;
    if (next_archive_) start_archive(*std::exchange(next_archive_, {}));
  }
  if (!retries_.empty()) return retry();
  for (auto& worker : workers_) {
    if (!worker->is_free()) continue;
    std::optional<Task> task = next_task();
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

std::optional<Task> Reading::next_task() {
  if (!entries_.empty()) {
    Task task = std::move(entries_.front());
    entries_.pop_front();
    return task;
  }
  while (next_input_ < inputs_.size() && !next_archive_)
    if (std::optional<Task> task = open_input()) return task;
  return {};
}

/// The next input as a task; none where it is an archive or cannot be opened.
std::optional<Task> Reading::open_input() {
  const std::string& path = inputs_[next_input_].path;
  Task task{.order = {static_cast<std::int64_t>(next_input_++), 0}, .document = shown_path(path)};
  try {
    task.file = open_file(path);
  } catch (const InputError& error) {
    results_.keep_unread(task.order, failed_document(task.document, error.code, error.what()));
    ++inputs_done_;
    return {};
  }
  if (!holds_archive(task.file)) return task;
  if (archive_) {
    next_archive_ = std::move(task);
  } else {
    start_archive(std::move(task));
  }
  return {};
}

void Reading::start_archive(Task archive) {
  archive_.emplace(
      std::move(archive), [this](std::uint64_t bytes) { return start_unpacker(bytes); },
      2 * jobs_of(options_) + 2, options_.timeout);
}

void Reading::give(Worker& worker, Task task) {
  worker.document = {};
  worker.row_bytes = 0;
  worker.page = worker.pages = 0;
  worker.begun = worker.heard = SteadyClock::now();
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
  bool unpacking = archive_ && !archive_->ended();
  if (unpacking) polled.push_back({archive_->channel().socket(), POLLIN, 0});
  if (poll(polled.data(), polled.size(), static_cast<int>(kLook.count())) <= 0) return;
  for (std::size_t i = 0; i < workers_.size(); ++i)
    if (polled[i + 1].revents != 0) receive(workers_[i]);
  if (unpacking && polled.back().revents != 0) archive_->receive(entries_, results_);
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
  worker.heard = SteadyClock::now();
  if (frame.type == MessageType::ready) {
    worker.ready = true;
    failed_starts_ = 0;
    if (!std::exchange(told_begin_, true))
      observer_.begin({inputs_.size(), jobs_of(options_), message_of<Ready>(frame).sandbox});
    return;
  }
  if (!worker.task) throw ProtocolError("a message without a document");
  switch (frame.type) {
    case MessageType::content:
      return take_content(worker, message_of<Content>(frame));
    case MessageType::page: {
      auto begins = message_of<PageBegins>(frame);
      worker.page = begins.page;
      worker.pages = begins.pages;
      return;
    }
    case MessageType::rows: {
      worker.document.rows.push_back(message_of<Rows>(frame).rows);
      worker.row_bytes += worker.document.rows.back().bytes.size();
      if (worker.row_bytes > kMaxRowBytes) throw ProtocolError("rows without end");
      return;
    }
    case MessageType::done:
      return take_done(worker, message_of<Done>(frame));
    default:
      throw ProtocolError("no message of a worker");
  }
}

void Reading::take_content(Worker& worker, const Content& content) {
  if (results_.wants(*worker.task, content.sha256)) return worker.child.channel().send(Go{});
  worker.child.channel().send(Skip{});
  release(worker);
}

void Reading::take_done(Worker& worker, const Done& done) {
  std::vector<PackedRows> rows = std::move(worker.document.rows);
  worker.document = done.document;
  worker.document.rows = std::move(rows);
  const PackedDocument& document = worker.document;
  if (document.error_code == "memory" && worker.task->pages_before == 0 && worker.task->deaths < 2) {
    Task task = std::move(*worker.task);
    worker.task.reset();
    return try_again(std::move(task), {.code = "memory", .message = document.error}, worker.page,
                     worker.pages);
  }
  results_.keep(*worker.task, document, seconds_since(worker.begun));
  results_.add_pages(static_cast<std::size_t>(document.pages));
  release(worker);
}

/// The worker's document has been taken care of.
void Reading::release(Worker& worker) {
  if (worker.task->of_archive) {
    if (archive_) archive_->give_credit();
  } else {
    ++inputs_done_;
  }
  worker.task.reset();
}

void Reading::died(Worker& worker) {
  ChildEnd end = worker.child.wait();
  if (!worker.ready && ++failed_starts_ == kMaxFailedStarts)
    throw SetupError(fmt::format("workers end before they read anything: {}", end.printed));
  if (!worker.task) return;
  double timeout = worker.task->deaths > 0 ? options_.timeout / 2 : options_.timeout;
  Task task = std::move(*worker.task);
  worker.task.reset();
  try_again(std::move(task), death_of(end, worker.killed, timeout, worker.page, worker.pages), worker.page,
            worker.pages);
}

/// Once more after a first death; then as far as the page before the one where it dies; then no more.
void Reading::try_again(Task task, const Death& death, int page, int pages) {
  observer_.notice(death.code, task.document, death.message);
  bool again = death.outside ? ++task.kills < kMaxKills : ++task.deaths == 1;
  if (!again && !death.outside && task.pages_before == 0 && page > 1 && page <= pages) {
    task.pages_before = page - 1;
    task.error_code = death.code;
    task.error = death.message;
    again = true;
  }
  if (again) return retries_.push_back(std::move(task));
  results_.keep(task, pack(dead_document(task, death, pages)), 0);
  if (!task.of_archive) {
    ++inputs_done_;
  } else if (archive_) {
    archive_->give_credit();
  }
}

void Reading::check_clocks() {
  SteadyClock::time_point now = SteadyClock::now();
  for (auto& worker : workers_) {
    if (!worker->task || worker->killed != Killed::no) continue;
    double patience = worker->task->deaths > 0 ? options_.timeout / 2 : options_.timeout;
    if (now - worker->heard < Seconds(patience)) continue;
    worker->killed = Killed::silent;
    worker->child.kill();
  }
  if (archive_) archive_->check(now);
}

void Reading::tell_progress() {
  if (!told_begin_ || SteadyClock::now() - told_ < kTell) return;
  told_ = SteadyClock::now();
  observer_.progress(progress());
}

RunProgress Reading::progress() const {
  const RunSummary& summary = results_.summary();
  return {.inputs = inputs_.size(),
          .inputs_done = inputs_done_,
          .documents = summary.documents(),
          .failed = summary.failed,
          .pages = summary.pages,
          .seconds = seconds_since(begun_)};
}

WorkerLimits Reading::limits() const {
  constexpr double kTimeoutToCpu = 3;
  WorkerLimits limits;
  limits.sandbox.memory_bytes = options_.memory_bytes;
  limits.sandbox.readable = {reader_data_folder()};
  limits.document_bytes = options_.document_bytes;
  limits.cpu_seconds = std::max(1.0, options_.timeout / kTimeoutToCpu);
  return limits;
}

std::unique_ptr<Worker> Reading::start_worker() {
  return std::make_unique<Worker>(
      Child::start([this](Channel& run) { serve_documents(run, patterns_, limits()); }));
}

Child Reading::start_unpacker(std::uint64_t bytes) const {
  constexpr double kPatience = 6;
  WorkerLimits its = limits();
  its.sandbox.memory_bytes += bytes;
  its.sandbox.memory_file_bytes = options_.archive.entry_bytes;
  its.cpu_seconds *= kPatience;
  return Child::start([&](Channel& run) { serve_archive(run, options_.archive, its); });
}

}  // namespace ziping
