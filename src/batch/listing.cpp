#include "batch/listing.h"

#include "base/files.h"

#include <fmt/format.h>

#include <string_view>

namespace ziping {
namespace {

constexpr std::size_t kDigits = 16;  // of 64 bits

std::uint64_t number_of(std::string_view hex) {
  return std::stoull(std::string(hex.substr(0, kDigits)), nullptr, 16);
}

}  // namespace

void Listing::add(const StoredPlace& place) {
  std::string hash = sha256_hex(
      fmt::format("{}\n{}\n{}\n{}", place.order.input, place.order.entry, place.content, place.document));
  for (std::size_t i = 0; i < sums_.size(); ++i)
    sums_[i] += number_of(std::string_view(hash).substr(i * kDigits));
  ++count_;
}

std::string Listing::digest() const {
  std::string digest;
  for (std::uint64_t sum : sums_) digest += fmt::format("{:016x}", sum);
  return digest;
}

int shard_of(const std::string& sha256, int shards) {
  return static_cast<int>(number_of(sha256) % static_cast<std::uint64_t>(shards)) + 1;
}

}  // namespace ziping
