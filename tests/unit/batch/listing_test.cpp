#include "batch/listing.h"

#include "base/files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <vector>

namespace ziping {
namespace {

std::vector<StoredPlace> places() {
  std::vector<StoredPlace> out;
  for (int i = 0; i < 50; ++i) {
    const std::string number = std::to_string(i);
    out.push_back({{i / 5, i % 5}, number + ".pdf", sha256_hex(number)});
  }
  return out;
}

std::string digest_of(const std::vector<StoredPlace>& places) {
  Listing listing;
  for (const StoredPlace& place : places) listing.add(place);
  EXPECT_EQ(listing.count(), static_cast<std::int64_t>(places.size()));
  return listing.digest();
}

TEST(Listing, DoesNotKnowTheOrderOfAdding) {
  auto shuffled = places();
  std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(3));
  EXPECT_EQ(digest_of(shuffled), digest_of(places()));
}

TEST(Listing, IsAnotherWhereAPlaceIs) {
  std::set<std::string> digests{digest_of(places())};
  auto with = [&](auto change) {
    auto changed = places();
    change(changed);
    EXPECT_TRUE(digests.insert(digest_of(changed)).second);
  };
  with([](auto& list) { list[7].order.input = 90; });
  with([](auto& list) { list[7].order.entry = 90; });
  with([](auto& list) { list[7].document += "x"; });
  with([](auto& list) { list[7].content = list[8].content; });
  with([](auto& list) { std::swap(list[7].content, list[8].content); });
  with([](auto& list) { std::swap(list[7].order, list[8].order); });
  with([](auto& list) { list.pop_back(); });
  with([](auto& list) { list.push_back(list.back()); });
  with([](auto& list) { list.clear(); });
}

TEST(ShardOf, IsStableAndEven) {
  EXPECT_EQ(shard_of("0000000000000005" + std::string(48, 'f'), 4), 2);
  EXPECT_EQ(shard_of("ffffffffffffffff" + std::string(48, '0'), 16), 16);
  EXPECT_EQ(shard_of(sha256_hex("a"), 1), 1);
  std::vector<int> counts(8);
  for (int i = 0; i < 4000; ++i)
    ++counts.at(static_cast<std::size_t>(shard_of(sha256_hex(std::to_string(i)), 8)) - 1);
  for (int count : counts) {
    EXPECT_GT(count, 400);
    EXPECT_LT(count, 600);
  }
}

}  // namespace
}  // namespace ziping
