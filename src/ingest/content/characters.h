#pragma once

#include <array>
#include <cstdint>

namespace ziping::content {

/// What a byte is among the tokens of a PDF.
enum class ByteClass : std::uint8_t { regular, blank, delimiter };

inline constexpr auto kByteClasses = [] {
  std::array<ByteClass, 256> classes{};
  for (const unsigned char c : {'\0', '\t', '\n', '\f', '\r', ' '}) classes[c] = ByteClass::blank;
  for (const unsigned char c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'})
    classes[c] = ByteClass::delimiter;
  return classes;
}();

inline ByteClass class_of(char c) {
  return kByteClasses[static_cast<unsigned char>(c)];
}
inline bool is_blank(char c) {
  return class_of(c) == ByteClass::blank;
}
inline bool is_regular(char c) {
  return class_of(c) == ByteClass::regular;
}

inline bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

inline constexpr auto kHexValues = [] {
  std::array<std::int8_t, 256> values{};
  values.fill(-1);
  for (std::int8_t i = 0; i < 10; ++i) values[static_cast<std::size_t>('0' + i)] = i;
  for (std::int8_t i = 0; i < 6; ++i)
    for (const char first : {'A', 'a'}) values[static_cast<std::size_t>(first + i)] = 10 + i;
  return values;
}();

/// The value of a hexadecimal digit; -1 for none.
inline int hex_value(char c) {
  return kHexValues[static_cast<unsigned char>(c)];
}

}  // namespace ziping::content
