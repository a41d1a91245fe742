#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace ziping::content {

/// What a font's ToUnicode map says of its codes, one or two bytes long.
class ToUnicode {
 public:
  /// The characters of a code; `count` 0 where the map does not name it.
  struct Characters {
    const std::uint32_t* first = nullptr;
    int count = 0;
  };

  /// Reads a map. False for one that is empty or has anything but plain bfchar and bfrange entries: then it
  /// must be left to Poppler.
  bool read(std::string_view map);
  Characters find(std::uint32_t code) const;

 private:
  using Page = std::array<std::uint32_t, 256>;
  static constexpr std::uint32_t kMany = 0x8000'0000;  ///< set: the rest is a place in `many_`

  class Tokens;

  bool read_chars(Tokens& tokens);
  bool read_ranges(Tokens& tokens);
  bool read_listed(Tokens& tokens, std::uint32_t from, std::uint32_t to);
  bool map_range(std::uint32_t from, std::uint32_t to, std::string_view digits);
  bool map_page(std::uint32_t from, std::uint32_t to, std::uint32_t first);
  bool map(std::uint32_t code, std::string_view digits);
  bool map_one(std::uint32_t code, std::uint32_t ch);
  Page* page_of(std::uint32_t code) const;
  std::uint32_t& entry_of(std::uint32_t code);
  bool map_many(std::uint32_t& entry, std::string_view digits, std::uint32_t offset);

  mutable std::array<std::unique_ptr<Page>, 256> pages_;  ///< by the high byte of the code
  /// For pages that are all of one range and not yet made: the character of their first code, and one more.
  /// OCR layers map every code there is, and show a few.
  std::array<std::uint32_t, 256> ranges_{};
  std::vector<std::uint32_t> many_;  ///< counts and characters of codes that stand for several
  bool any_ = false;
};

}  // namespace ziping::content
