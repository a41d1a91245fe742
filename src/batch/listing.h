#pragma once

#include "store/store.h"

#include <array>
#include <cstdint>
#include <string>

namespace ziping {

/// All places of a run, of every shard, as one number: two shards have the same where they have seen the same
/// documents at the same places. The order of adding does not matter.
class Listing {
 public:
  void add(const StoredPlace& place);

  std::int64_t count() const { return count_; }
  std::string digest() const;

 private:
  std::array<std::uint64_t, 4> sums_{};
  std::int64_t count_ = 0;
};

/// The shard that a document belongs to, by the SHA-256 of its content, or of its path where it has none.
int shard_of(const std::string& sha256, int shards);

}  // namespace ziping
