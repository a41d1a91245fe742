#include "batch/archive_reading.h"

#include "base/files.h"
#include "pipeline.h"

#include <fmt/format.h>

namespace ziping {
namespace {

/// Entries that are not read have to be unpacked too.
constexpr double kPatience = 5;
/// Numbers of places between two entries: problems stand there.
constexpr std::int64_t kStep = 1 << 20;
/// Archives too deep inside that get a row each: bombs hold a hundred thousand.
constexpr std::size_t kMaxDeep = 100;
constexpr std::uint64_t kMaxIndex = 1ull << 40;  // times kStep is a number of a place

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
  silence_.end();
  try {
    child_->channel().send(ArchiveJob{given_}, archive_.file.get());
    for (int i = 0; i < credits_; ++i) child_->channel().send(Credit{});
  } catch (const ProtocolError&) {  // it has died: receive() sees that
  }
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
  silence_.end();
  switch (frame.type) {
    case MessageType::ready:
      return;
    case MessageType::entry: {
      auto entry = message_of<Entry>(frame);
      if (entry.index <= given_ || entry.index > kMaxIndex || credits_ == 0)
        throw ProtocolError("an entry for the second time, or not asked for");
      Descriptor file = channel().take_descriptor();
      given_ = entry.index;
      problems_ = 0;
      --credits_;
      ++documents_;
      tasks.push_back({.order = {archive_.order.input, static_cast<std::int64_t>(given_) * kStep},
                       .document = archive_.document + "/" + entry.name,
                       .file = std::move(file),
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
  if (problem.code == "archive_depth" && ++deep_ > kMaxDeep) return;
  if (++problems_ == kStep) throw ProtocolError("problems without end");
  auto at = static_cast<std::int64_t>(given_) * kStep + problems_;
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
  silence_.end();
}

void ArchiveReading::check() {
  if (!silence_.longer_than(timeout_) || ended_ || credits_ == 0) return;
  killed_ = Killed::silent;
  child_->kill();
}

void ArchiveReading::died(Results& results) {
  constexpr int kMaxKills = 10;
  child_->kill();  // one that has closed its socket and goes on; no other feels it
  Death death = death_of(child_->wait(), killed_, timeout_, kNoPage, 0);
  bool again = death.outside ? ++archive_.kills < kMaxKills : ++archive_.deaths < 2;
  if (again) return begin();
  end(death.code, death.message, results);
}

void ArchiveReading::end(const std::string& code, const std::string& message, Results& results) {
  ended_ = true;
  if (deep_ > kMaxDeep) {
    whole_.status = Status::partial;
    whole_.notices.push_back(
        {.code = "archive_depth",
         .message =
             fmt::format("holds {} archives too deep in archives; {} of them are listed", deep_, kMaxDeep)});
  }
  if (!code.empty()) mark_failed(whole_, code, message);
  if (code.empty() && whole_.notices.empty()) {
    if (documents_ > 0 || told_ > 0) return;
    whole_.status = Status::skipped;
    whole_.notices.push_back({.code = "no_documents", .message = "holds no document that can be read"});
  }
  results.keep_unread(archive_.order, whole_);
}

}  // namespace ziping
