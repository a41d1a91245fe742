#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ziping {

/// Reads the code point at byte `at` of valid UTF-8 and moves `at` past it.
/// Malformed bytes give U+FFFD, one byte at a time.
char32_t next_char_checked(std::string_view text, std::size_t& at);
inline char32_t next_char(std::string_view text, std::size_t& at) {
  auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  unsigned char lead = byte(0);
  if (lead < 0x80) {
    ++at;
    return lead;
  }
  // Han and its punctuation: three bytes, U+1000 and above, no surrogates.
  bool han = lead > 0xE0 && lead < 0xF0 && lead != 0xED && text.size() - at > 2;
  if (!han || (byte(1) & 0xC0) != 0x80 || (byte(2) & 0xC0) != 0x80) return next_char_checked(text, at);
  char32_t ch = (lead & 0x0Fu) << 12 | (byte(1) & 0x3Fu) << 6 | (byte(2) & 0x3Fu);
  at += 3;
  return ch;
}
/// The code point that ends just before byte `at`; 0 at the start of the text.
inline char32_t char_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return next_char(text, begin);
}
/// The code point that begins at byte `at`; 0 at the end of the text.
inline char32_t char_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_char(text, at) : 0;
}

void append_utf8(std::string& out, char32_t ch);
std::string to_utf8(std::u32string_view chars);
std::u32string to_utf32(std::string_view text);
std::size_t count_chars(std::string_view text);

/// What std::string_view::starts_with and ends_with say, quick for the many words of a list that do not fit.
inline bool starts_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && !word.empty() && text.front() == word.front() &&
         text[word.size() - 1] == word.back() && text.starts_with(word);
}
inline bool ends_with_word(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && !word.empty() && text.back() == word.back() &&
         text[text.size() - word.size()] == word.front() && text.ends_with(word);
}

/// What std::string_view::find and rfind say. They look for a word's last byte: the first bytes of Han
/// characters are alike, and each would be a false start. A word is not empty.
std::size_t find_word(std::string_view text, std::string_view word, std::size_t from = 0);
std::size_t rfind_word(std::string_view text, std::string_view word);
inline bool holds_word(std::string_view text, std::string_view word) {
  return find_word(text, word) != std::string_view::npos;
}

/// Columns of a terminal that a text takes (utf8proc: Han two, combining none).
int display_width(std::string_view text);

/// Unified ideographs of the BMP and its supplements.
inline bool is_han(char32_t ch) {
  return (ch >= 0x4E00 && ch <= 0x9FFF) || (ch >= 0x3400 && ch <= 0x4DBF) || ch == U'〇' ||
         (ch >= 0x20000 && ch <= 0x3134F);
}
inline bool is_digit(char32_t ch) {
  return ch >= U'0' && ch <= U'9';
}

}  // namespace ziping
