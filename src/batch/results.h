#pragma once

#include "batch/listing.h"
#include "batch/observer.h"
#include "batch/run.h"
#include "batch/task.h"
#include "batch/worker.h"
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
  Results(Store& store, std::size_t inputs, const ReadingOptions& options, RunObserver& observer)
      : store_(store), inputs_(inputs), options_(options), observer_(observer) {}

  /// The content of a task is known: whether it is to be read. Where not, its place is taken care of.
  bool wants(Task& task, const std::string& sha256);
  /// A task has been read, to its end or as far as it goes.
  void keep(const Task& task, const PackedDocument& document, double seconds);
  /// What has no content that could be read: a missing file, a damaged archive.
  void keep_unread(PlaceOrder order, const DocumentResult& document);

  /// The first worker is there, shut in as `sandbox` says.
  void begin(int jobs, const std::string& sandbox);
  /// Tells the observer, a few times a second, how far the run is.
  void tell_progress(std::size_t inputs_done);
  /// All is read.
  void tell_writing();

  const Listing& listing() const { return listing_; }
  RunSummary summary() const;

 private:
  bool is_mine(const std::string& sha256) const;
  RunProgress progress(std::size_t inputs_done) const;
  void report(const StoredPlace& place, const StoredSummary& document, Origin origin, double seconds);

  Store& store_;
  std::size_t inputs_;
  const ReadingOptions& options_;
  RunObserver& observer_;
  Listing listing_;
  RunSummary summary_;
  /// Other places of what is being read.
  std::unordered_map<std::string, std::vector<StoredPlace>> waiting_;
  std::unordered_set<std::uint64_t> read_;  ///< contents of this run, by hash
  bool begun_ = false;
  SteadyClock::time_point begin_ = SteadyClock::now(), told_ = begin_;
};

}  // namespace ziping
