#pragma once

#include <array>
#include <cstdint>

namespace ziping {

/// A set of characters that answers at once, and may say yes for a character that shares its last twelve bits
/// with one of the set: for what is asked again behind it.
class CharSet {
 public:
  void add(char32_t ch) { bits_[ch >> 6 & 0x3F] |= std::uint64_t{1} << (ch & 0x3F); }
  bool may_hold(char32_t ch) const { return (bits_[ch >> 6 & 0x3F] >> (ch & 0x3F) & 1) != 0; }

 private:
  std::array<std::uint64_t, 64> bits_{};
};

}  // namespace ziping
