#pragma once

#include "store/store.h"

#include <cstdint>
#include <memory>
#include <string>

namespace ziping {

/// What a store says of its run.
struct RunInfo {
  RunIdentity identity;
  std::string digest;  ///< of the identity and of the columns of all tables
  Shard shard;
  std::int64_t inputs = 0;  ///< as Store::set_listing() was told
  std::string listing;
  bool finished = false;  ///< its public tables are written
};

/// Reads a store that is closed; as many processes at a time as like. Memory does not grow with the store.
/// Failures throw OutputError.
class StoreReader {
 public:
  explicit StoreReader(const std::string& path);
  StoreReader(const StoreReader&) = delete;
  StoreReader& operator=(const StoreReader&) = delete;
  ~StoreReader();

  RunInfo info() const;
  /// Tells this dataset from others: a digest of the run's identity and of its documents. What is done with
  /// the finished dataset does not change it.
  std::string mark() const;
  /// All rows of a table, those of each place, in the order of places. The first cell is the place's path. In
  /// table documents the last is the path of the first place of the same content; empty there.
  void for_each_row(const Table& table, const RowSink& sink) const;

 private:
  std::unique_ptr<Database> database_;
};

/// Path of the finished dataset in a folder. Throws OutputError where there is none.
std::string finished_dataset(const std::string& folder);

}  // namespace ziping
