#pragma once

#include "store/packed_document.h"
#include "store/run_identity.h"
#include "store/stored_summary.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ziping {

class Database;

/// Where a document stands among the inputs: the order of the dataset.
struct PlaceOrder {
  std::int64_t input = 0;  ///< number of the input, from 0
  std::int64_t entry = 0;  ///< number inside the archive, from 1; 0 for a file and for the archive itself

  auto operator<=>(const PlaceOrder&) const = default;
};

/// A document in its place.
struct StoredPlace {
  PlaceOrder order;
  std::string document;  ///< path as tables show it
  std::string content;   ///< key of its PackedDocument
};

/// The part of a run that is in a store: 1 of 1 for a whole run.
struct Shard {
  int number = 1, count = 1;  ///< number is 1 … count

  bool operator==(const Shard&) const = default;
};

/// Key of what stands at a path and could not be read at all (no such file, a damaged archive): it has a
/// row and is tried again by every run.
std::string unread_key(const std::string& document);

/// `dataset.sqlite` of a run that is going on: what has been read, under what identity, and where it stood.
/// A document is added in one transaction, so that a run which is killed, or finds the disk full, leaves
/// whole documents and the same command goes on with them. The public tables of an earlier run stay in the
/// file, whole, until the new ones replace them. One Store at a time on a path; a process that forks must not
/// use it on both sides. Failures throw OutputError.
class Store {
 public:
  /// Opens the dataset at `path`: a finished one, one of an interrupted run, or none yet. A file that is no
  /// dataset, or one of a newer ziping, is an OutputError and is not touched.
  Store(const std::string& path, const RunIdentity& identity, const Shard& shard);
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  ~Store();

  /// Begins a run: forgets the places of an earlier one and what could not be read.
  void begin_listing();
  /// Whether the content has been read under this identity.
  bool has(const std::string& content) const;
  /// The same, with what is known of it.
  std::optional<StoredSummary> summary_of(const std::string& content) const;

  /// Keeps a document with its done mark and places, all or nothing; what was known of the content is
  /// replaced.
  void add(const std::string& content, const PackedDocument& document,
           const std::vector<StoredPlace>& places);
  /// Places of contents that are there: kept from an earlier run, or the same as another file.
  void add_places(const std::vector<StoredPlace>& places);
  /// All inputs of the run, in every shard the same: how many, and a digest of them.
  void set_listing(std::int64_t count, const std::string& digest);

  /// Ends the writing: the file alone holds everything then, for StoreReader in any process.
  void close();

 private:
  void insert(const std::vector<StoredPlace>& places);
  void set(const char* name, const std::string& value);

  RunIdentity run_;
  Shard shard_;
  std::string identity_;  ///< digest of run_ and of the columns
  std::unique_ptr<Database> database_;
};

}  // namespace ziping
