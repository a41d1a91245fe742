#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ziping {

/// Numbers as base 128, low digits first; the high bit says that more follow.
inline void put_varint(std::string& out, std::uint64_t number) {
  for (; number >= 0x80; number >>= 7) out += static_cast<char>(number | 0x80);
  out += static_cast<char>(number);
}

/// Takes a number from the front of `bytes`; none where they are cut off or go on beyond 64 bits.
inline std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
  std::uint64_t number = 0;
  for (int shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
    auto digit = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    number |= static_cast<std::uint64_t>(digit & 0x7F) << shift;
    if (digit < 0x80) return number;
  }
  return {};
}

/// A text behind its length.
inline void put_sized(std::string& out, std::string_view text) {
  put_varint(out, text.size());
  out += text;
}

/// Takes such a text from the front of `bytes`; none where they are cut off.
inline std::optional<std::string_view> take_sized(std::string_view& bytes) {
  std::optional<std::uint64_t> size = take_varint(bytes);
  if (!size || *size > bytes.size()) return {};
  std::string_view text = bytes.substr(0, *size);
  bytes.remove_prefix(*size);
  return text;
}

}  // namespace ziping
