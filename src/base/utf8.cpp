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

char32_t char_before(std::string_view text, std::size_t at) {
  if (at == 0) return 0;
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return next_char(text, begin);
}

char32_t char_at(std::string_view text, std::size_t at) {
  return at < text.size() ? next_char(text, at) : 0;
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
  std::size_t at = 0, continuing = 0;
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t bytes;
    std::memcpy(&bytes, text.data() + at, 8);
    continuing += ((bytes >> 7 & ~bytes >> 6 & kLow) * kLow) >> 56;
  }
  for (; at < text.size(); ++at) continuing += (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80;
  return text.size() - continuing;
}

int display_width(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();)
    width += utf8proc_charwidth(static_cast<utf8proc_int32_t>(next_char(text, at)));
  return width;
}

}  // namespace ziping
