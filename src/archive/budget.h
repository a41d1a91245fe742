#pragma once

#include "archive/read_archive.h"

#include <fmt/format.h>

#include <string>

namespace ziping {

/// A limit of the whole archive has been reached: nothing more of it is read.
struct BudgetSpent {
  std::string message;
};

/// What may still be read of an archive, archives inside it included.
class Budget {
 public:
  Budget(const ArchiveLimits& limits, std::size_t packed) : limits_(limits), packed_(packed) {}

  /// Throws BudgetSpent.
  void count_entry() {
    if (++entries_ > limits_.entries)
      throw BudgetSpent{fmt::format("has more than {} entries; the rest is not read", limits_.entries)};
  }

  /// Throws BudgetSpent.
  void spend(std::uint64_t bytes) {
    constexpr std::uint64_t kFree = 10 << 20;  // small files may be packed as well as they can be
    unpacked_ += bytes;
    if (unpacked_ > limits_.total_bytes)
      throw BudgetSpent{
          fmt::format("unpacks to more than {} bytes; the rest is not read", limits_.total_bytes)};
    if (unpacked_ > kFree &&
        static_cast<double>(unpacked_ - kFree) > limits_.ratio * static_cast<double>(packed_))
      throw BudgetSpent{
          fmt::format("unpacks to more than {} times its size; the rest is not read", limits_.ratio)};
  }

  std::uint64_t entries() const { return entries_; }

 private:
  const ArchiveLimits& limits_;
  std::size_t packed_;
  std::uint64_t entries_ = 0, unpacked_ = 0;
};

}  // namespace ziping
