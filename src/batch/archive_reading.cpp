#include "batch/archive_reading.h"

#include "pipeline.h"

#include <sys/stat.h>

namespace ziping {
namespace {

/// Entries that are not read have to be unpacked too.
constexpr double kPatience = 5;
/// Numbers of places between two entries: problems stand there.
constexpr std::int64_t kStep = 1 << 20;

std::uint64_t size_of(const Descriptor& file) {
  struct stat status {};
  return fstat(file.get(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

}  // namespace

ArchiveReading::ArchiveReading(Task archive, Start start, int credits, double timeout)
    : archive_(std::move(archive)),
      start_(std::move(start)),
      timeout_(timeout * kPatience),
      credits_(credits) {
  whole_.document = archive_.document;
  begin();
}

void ArchiveReading::begin() {
  child_.reset();
  child_.emplace(start_(size_of(archive_.file)));
  killed_ = Killed::no;
  seen_ = 0;
  heard_ = SteadyClock::now();
  child_->channel().send(ArchiveJob{given_}, archive_.file.get());
  for (int i = 0; i < credits_; ++i) child_->channel().send(Credit{});
}

void ArchiveReading::receive(std::deque<Task>& tasks, Results& results) {
  try {
    bool open = channel().fill();
    while (auto frame = ended_ ? std::nullopt : channel().next()) take(*frame, tasks, results);
    if (open || ended_) return;
  } catch (const ProtocolError&) {
    killed_ = Killed::broken;
    child_->kill();
  }
  died(results);
}

void ArchiveReading::take(const Frame& frame, std::deque<Task>& tasks, Results& results) {
  heard_ = SteadyClock::now();
  switch (frame.type) {
    case MessageType::ready:
      return;
    case MessageType::entry: {
      auto entry = message_of<Entry>(frame);
      if (entry.index <= given_) throw ProtocolError("an entry for the second time");
      given_ = entry.index;
      problems_ = 0;
      --credits_;
      ++documents_;
      tasks.push_back({.order = {archive_.order.input, static_cast<std::int64_t>(given_) * kStep},
                       .document = archive_.document + "/" + entry.name,
                       .file = channel().take_descriptor(),
                       .of_archive = true});
      return;
    }
    case MessageType::problem:
      return take(message_of<Problem>(frame), results);
    case MessageType::end: {
      auto last = message_of<ArchiveEnd>(frame);
      return end(last.code, last.message, results);
    }
    default:
      throw ProtocolError("no message of an unpacker");
  }
}

void ArchiveReading::take(const Problem& problem, Results& results) {
  if (++seen_ <= told_) return;  // by the process before this one
  told_ = seen_;
  if (problem.name.empty()) {
    whole_.status = Status::partial;
    whole_.notices.push_back({.code = problem.code, .message = problem.message});
    return;
  }
  auto at = static_cast<std::int64_t>(given_) * kStep + std::min(++problems_, kStep - 1);
  results.keep_unread({archive_.order.input, at},
                      failed_document(archive_.document + "/" + problem.name, problem.code, problem.message));
}

void ArchiveReading::give_credit() {
  ++credits_;
  if (ended_) return;
  try {
    channel().send(Credit{});
  } catch (const ProtocolError&) {  // it has died: receive() sees that
  }
  heard_ = SteadyClock::now();
}

void ArchiveReading::check(SteadyClock::time_point now) {
  if (ended_ || credits_ == 0 || now - heard_ < std::chrono::duration<double>(timeout_)) return;
  killed_ = Killed::silent;
  child_->kill();
}

void ArchiveReading::died(Results& results) {
  constexpr int kMaxKills = 10;
  Death death = death_of(child_->wait(), killed_, timeout_, 0, 0);
  bool again = death.outside ? ++archive_.kills < kMaxKills : ++archive_.deaths < 2;
  if (again) return begin();
  end(death.code, death.message, results);
}

void ArchiveReading::end(const std::string& code, const std::string& message, Results& results) {
  ended_ = true;
  if (!code.empty()) mark_failed(whole_, code, message);
  if (code.empty() && whole_.notices.empty()) {
    if (documents_ > 0 || told_ > 0) return;
    whole_.status = Status::skipped;
    whole_.notices.push_back({.code = "no_documents", .message = "holds no document that can be read"});
  }
  results.keep_unread(archive_.order, whole_);
}

}  // namespace ziping
