#include "base/utf8.h"

#include <utf8proc.h>
#include <cstring>

namespace ziping {

char32_t next_char_checked(std::string_view text, std::size_t& at) {
  utf8proc_int32_t ch = -1;
  auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
  auto taken = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size() - at), &ch);
  at += taken > 0 ? static_cast<std::size_t>(taken) : 1;
  return taken > 0 ? static_cast<char32_t>(ch) : U'\uFFFD';
}

void append_utf8(std::string& out, char32_t ch) {
  utf8proc_uint8_t bytes[4];
  auto count = utf8proc_encode_char(static_cast<utf8proc_int32_t>(ch), bytes);
  if (count <= 0) count = utf8proc_encode_char(0xFFFD, bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

std::string to_utf8(std::u32string_view chars) {
  std::string out;
  out.reserve(chars.size() * 3);
  for (char32_t ch : chars) append_utf8(out, ch);
  return out;
}

std::u32string to_utf32(std::string_view text) {
  std::u32string out;
  out.reserve(text.size() / 2);
  for (std::size_t at = 0; at < text.size();) out.push_back(next_char(text, at));
  return out;
}

std::size_t count_chars(std::string_view text) {
  // Eight bytes at a time: the high bits of a byte are 10 where it continues a character.
  constexpr std::uint64_t kLow = 0x0101010101010101;
  auto load = [&](std::size_t at) {
    std::uint64_t bytes;
    std::memcpy(&bytes, text.data() + at, 8);
    return bytes;
  };
  std::uint64_t continuing = 0;
  auto count = [&](std::uint64_t bytes) { continuing += ((bytes >> 7 & ~bytes >> 6 & kLow) * kLow) >> 56; };
  std::size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) count(load(at));
  std::size_t rest = text.size() - at;
  if (rest > 0 && at > 0)
    count(load(text.size() - 8) >> (8 * (8 - rest)));
  else
    for (; at < text.size(); ++at) continuing += (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  return text.size() - continuing;
}

std::size_t find_word(std::string_view text, std::string_view word, std::size_t from) {
  std::size_t last = word.size() - 1;
  for (std::size_t at = from + last; at < text.size(); ++at) {
    const void* found = std::memchr(text.data() + at, word[last], text.size() - at);
    if (found == nullptr) break;
    at = static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
    if (starts_with_word(text.substr(at - last), word)) return at - last;
  }
  return std::string_view::npos;
}

std::size_t rfind_word(std::string_view text, std::string_view word) {
  for (std::size_t end = text.size(); end >= word.size(); --end)
    if (text[end - 1] == word.back() && text.substr(0, end).ends_with(word)) return end - word.size();
  return std::string_view::npos;
}

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();)
    width += utf8proc_charwidth(static_cast<utf8proc_int32_t>(next_char(text, at)));
  return width;
}

}  // namespace ziping
