#include "batch/results.h"

#include "base/files.h"
#include "ingest/reader.h"

#include <functional>
#include <utility>

namespace ziping {
namespace {

/// Reading takes nothing but this from where a document stands.
std::string content_key(const std::string& sha256, const std::string& document) {
  return is_named_pdf(document) ? sha256 + ".pdf" : sha256;
}

std::uint64_t hash_of(const std::string& content) {
  return std::hash<std::string>()(content);
}

StoredSummary summary_of(const PackedDocument& document) {
  return {document.status, document.error_code, document.error,
          document.pages,  document.records,    document.contradictions};
}

}  // namespace

bool Results::is_mine(const std::string& sha256) const {
  return shard_of(sha256, options_.shard.count) == options_.shard.number;
}

bool Results::wants(Task& task, const std::string& sha256) {
  if (!task.content.empty()) return true;  // tried before
  task.content = content_key(sha256, task.document);
  StoredPlace place{task.order, task.document, task.content};
  listing_.add(place);
  if (!is_mine(sha256)) return false;
  if (auto reading = waiting_.find(task.content); reading != waiting_.end()) {
    reading->second.push_back(std::move(place));
    return false;
  }
  bool read_now = read_.contains(hash_of(task.content));
  if (read_now || !options_.again) {
    if (auto known = store_.summary_of(task.content)) {
      store_.add_places({place});
      report(place, *known, read_now ? Origin::copied : Origin::kept, 0);
      return false;
    }
  }
  waiting_.try_emplace(task.content);
  return true;
}

void Results::keep(const Task& task, const PackedDocument& document, double seconds) {
  if (task.content.empty()) {
    StoredPlace place{task.order, task.document, unread_key(task.document)};
    listing_.add(place);
    if (!is_mine(sha256_hex(task.document))) return;
    store_.add(place.content, document, {place});
    return report(place, summary_of(document), Origin::read, seconds);
  }
  std::vector<StoredPlace> places{{task.order, task.document, task.content}};
  if (auto others = waiting_.extract(task.content))
    places.insert(places.end(), others.mapped().begin(), others.mapped().end());
  store_.add(task.content, document, places);
  read_.insert(hash_of(task.content));
  for (const StoredPlace& place : places) {
    bool first = &place == &places.front();
    report(place, summary_of(document), first ? Origin::read : Origin::copied, first ? seconds : 0);
  }
}

void Results::keep_unread(PlaceOrder order, const DocumentResult& document) {
  keep({.order = order, .document = document.document}, pack(document), 0);
}

void Results::begin(int jobs, const std::string& sandbox) {
  summary_.sandbox = sandbox;
  if (!std::exchange(begun_, true)) observer_.begin({.inputs = inputs_, .jobs = jobs, .sandbox = sandbox});
}

void Results::tell_progress(std::size_t inputs_done) {
  constexpr auto kOften = std::chrono::milliseconds(100);
  SteadyClock::time_point now = SteadyClock::now();
  if (!begun_ || now - told_ < kOften) return;
  told_ = now;
  observer_.progress(progress(inputs_done));
}

void Results::tell_writing() {
  summary_.seconds = seconds_since(begin_);
  observer_.writing(progress(inputs_));
}

RunProgress Results::progress(std::size_t inputs_done) const {
  return {.inputs = inputs_,
          .inputs_done = inputs_done,
          .documents = summary_.documents(),
          .failed = summary_.failed,
          .pages = summary_.pages,
          .seconds = seconds_since(begin_)};
}

RunSummary Results::summary() const {
  RunSummary summary = summary_;
  if (summary.seconds == 0) summary.seconds = seconds_since(begin_);
  return summary;
}

void Results::report(const StoredPlace& place, const StoredSummary& document, Origin origin, double seconds) {
  switch (document.status) {
    case Status::ok:
      ++summary_.ok;
      break;
    case Status::partial:
      ++summary_.partial;
      break;
    case Status::failed:
      ++summary_.failed;
      ++summary_.failures[document.error_code];
      break;
    case Status::skipped:
      ++summary_.skipped;
      break;
  }
  if (origin == Origin::read) summary_.pages += static_cast<std::size_t>(document.pages);
  if (origin == Origin::kept) ++summary_.kept;
  if (origin == Origin::copied) ++summary_.copied;
  summary_.records += document.records;
  summary_.contradictions += document.contradictions;
  if (document.contradictions > 0) ++summary_.contradictory;
  observer_.document({.document = place.document,
                      .status = document.status,
                      .error_code = document.error_code,
                      .error = document.error,
                      .pages = document.pages,
                      .records = document.records,
                      .contradictions = document.contradictions,
                      .origin = origin,
                      .seconds = seconds});
}

}  // namespace ziping
