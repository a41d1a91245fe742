#pragma once

#include "base/utf8.h"
#include "pattern/units.h"

#include <string_view>

namespace ziping {

/// A paragraph whose values are being read.
struct Passage {
  std::string_view text;  ///< up to the paragraph's end
  std::size_t begin = 0;  ///< byte where the paragraph begins
  const Units& units;
};

constexpr std::size_t kNowhere = std::string_view::npos;

inline bool starts(std::string_view text, std::size_t at, std::string_view word) {
  return starts_with_word(text.substr(at), word);
}
inline bool ends(std::string_view text, std::size_t end, std::string_view word) {
  return ends_with_word(text.substr(0, end), word);
}

bool is_latin(char32_t ch);
/// True where a figure stands alone: before a mark that ends a clause, 、 or a space.
bool is_end(char32_t ch);

/// The clause up to byte `at`: from the last punctuation before it, not below `floor`.
std::string_view clause_before(std::string_view text, std::size_t floor, std::size_t at);
/// The clause from byte `at` on.
std::string_view clause_after(std::string_view text, std::size_t at);

}  // namespace ziping
