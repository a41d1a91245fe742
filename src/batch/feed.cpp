#include "batch/feed.h"

#include "archive/read_archive.h"
#include "base/error.h"
#include "base/files.h"
#include "pipeline.h"

#include <utility>

namespace ziping {

std::optional<Task> Feed::next() {
  leave_archive();
  if (!entries_.empty()) {
    Task task = std::move(entries_.front());
    entries_.pop_front();
    return task;
  }
  while (next_input_ < inputs_.size() && !next_archive_)
    if (std::optional<Task> task = open_input()) return task;
  return {};
}

bool Feed::is_done() const {
  return next_input_ == inputs_.size() && !archive_ && !next_archive_ && entries_.empty();
}

/// The next input as a task; none where it is an archive or cannot be opened.
std::optional<Task> Feed::open_input() {
  const std::string& path = inputs_[next_input_];
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

void Feed::start_archive(Task archive) {
  auto start = [this](std::uint64_t bytes) {
    return Child::start([&](Channel& run) { processes_.unpack(run, bytes); });
  };
  archive_.emplace(std::move(archive), start, 2 * jobs_of(options_) + 2, options_.timeout);
}

void Feed::leave_archive() {
  if (!archive_ || !archive_->ended() || !entries_.empty()) return;
  archive_.reset();
  ++inputs_done_;
  if (next_archive_) start_archive(*std::exchange(next_archive_, {}));
}

void Feed::release(const Task& task) {
  if (!task.of_archive) {
    ++inputs_done_;
  } else if (archive_ && archive_->archive().order.input == task.order.input) {
    archive_->give_credit();
  }
}

int Feed::socket() {
  return archive_ && !archive_->ended() ? archive_->channel().socket() : -1;
}

void Feed::receive() {
  archive_->receive(entries_, results_);
}

void Feed::check() {
  if (archive_) archive_->check();
}

}  // namespace ziping
