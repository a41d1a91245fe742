#pragma once

#include "batch/listing.h"
#include "batch/observer.h"
#include "batch/run.h"
#include "batch/task.h"
#include "record/document_result.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace ziping {

/// What becomes of the documents of a run: kept in the store, counted, told to the observer. Knows what need
/// not be read. Throws OutputError where the store takes no more.
class Results {
 public:
  Results(Store& store, const ReadingOptions& options, RunObserver& observer)
      : store_(store), options_(options), observer_(observer) {}

  /// The content of a task is known: whether it is to be read. Where not, its place is taken care of.
  bool wants(Task& task, const std::string& sha256);
  /// A task has been read, to its end or as far as it goes.
  void keep(const Task& task, const PackedDocument& document, double seconds);
  /// What has no content that could be read: a missing file, a damaged archive.
  void keep_unread(PlaceOrder order, const DocumentResult& document);

  /// Pages read so far.
  void add_pages(std::size_t pages) { summary_.pages += pages; }

  const Listing& listing() const { return listing_; }
  const RunSummary& summary() const { return summary_; }

 private:
  bool is_mine(const std::string& sha256) const;
  void report(const StoredPlace& place, const StoredSummary& document, Origin origin, double seconds);

  Store& store_;
  const ReadingOptions& options_;
  RunObserver& observer_;
  Listing listing_;
  RunSummary summary_;
  /// Other places of what is being read.
  std::unordered_map<std::string, std::vector<StoredPlace>> waiting_;
  std::unordered_set<std::uint64_t> read_;  ///< contents of this run, by hash
};

}  // namespace ziping
