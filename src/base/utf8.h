#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ziping {

/// Reads the code point at byte `at` of valid UTF-8 and moves `at` past it.
/// Malformed bytes give U+FFFD, one byte at a time.
char32_t next_char(std::string_view text, std::size_t& at);
/// The code point that ends just before byte `at`; 0 at the start of the text.
char32_t char_before(std::string_view text, std::size_t at);
/// The code point that begins at byte `at`; 0 at the end of the text.
char32_t char_at(std::string_view text, std::size_t at);

void append_utf8(std::string& out, char32_t ch);
std::string to_utf8(std::u32string_view chars);
std::u32string to_utf32(std::string_view text);
std::size_t count_chars(std::string_view text);

/// Columns of a terminal that a text takes (utf8proc: Han two, combining none).
int display_width(std::string_view text);

/// Unified ideographs of the BMP and its supplements.
inline bool is_han(char32_t ch) {
  return (ch >= 0x4E00 && ch <= 0x9FFF) || (ch >= 0x3400 && ch <= 0x4DBF) || ch == U'〇' ||
         (ch >= 0x20000 && ch <= 0x3134F);
}
inline bool is_digit(char32_t ch) { return ch >= U'0' && ch <= U'9'; }

}  // namespace ziping
