#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ziping {

/// A paragraph on its way to clean text: folded characters, each with the character it came from.
/// A run of spaces is one character: kGap or, where it parts two fields, kFieldGap.
struct Draft {
  static constexpr char32_t kGap = U' ';
  static constexpr char32_t kFieldGap = U'\u2003';

  std::u32string chars;
  std::vector<std::uint32_t> origin;

  void put(char32_t ch, std::uint32_t from) {
    chars.push_back(ch);
    origin.push_back(from);
  }
  void drop_back() {
    chars.pop_back();
    origin.pop_back();
  }
  void clear() {
    chars.clear();
    origin.clear();
  }
};

inline bool is_gap(char32_t ch) {
  return ch == Draft::kGap || ch == Draft::kFieldGap;
}

}  // namespace ziping
