#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ziping {

/// Says where in a text none of many words can begin, so that a search need not look there: a few
/// instructions a character, however many words there are. Asks for the first Han character of a word, then
/// for the second one; for the first byte of words that begin otherwise.
/// Texts are valid UTF-8, words not empty.
class WordFilter {
 public:
  /// Room for about so many words: more of them only slow the search down.
  explicit WordFilter(std::size_t words = 0);

  /// Bytes of a word that are looked at: two Han characters.
  static constexpr std::size_t kLooksAt = 6;

  /// Adds a word; its first kLooksAt bytes say as much.
  void add(std::string_view word);

  /// The first place at or after `at` where a word may begin; text.size() for none. `at` is where a
  /// character begins.
  std::size_t next(std::string_view text, std::size_t at) const {
    while (at < text.size()) {
      auto lead = static_cast<unsigned char>(text[at]);
      if (lead < kWideLead) {
        if (leads_[lead]) return at;
        at += lead < 0xC0 ? 1 : 2;
      } else if (at + 3 > text.size()) {
        break;
      } else {
        if (holds(heads_, text.data() + at) && may_begin(text, at)) return at;
        at += lead < 0xF0 ? 3 : 4;
      }
    }
    return text.size();
  }

 private:
  static constexpr unsigned char kWideLead = 0xE0;  ///< of a character of three bytes
  using Heads = std::array<std::uint64_t, 64>;      ///< a bit for the second and third byte, six bits of each

  static std::size_t six_bits(char byte) { return static_cast<unsigned char>(byte) & 0x3F; }
  static bool holds(const Heads& heads, const char* bytes) {
    return (heads[six_bits(bytes[1])] >> six_bits(bytes[2]) & 1) != 0;
  }

  bool may_begin(std::string_view text, std::size_t at) const {
    if (holds(singles_, text.data() + at)) return true;
    if (at + kLooksAt > text.size()) return false;
    std::size_t slot = pair_slot(text.data() + at);
    return (pairs_[slot >> 6] >> (slot & 63) & 1) != 0;
  }
  /// Place in the table for the second and third byte of two characters.
  std::size_t pair_slot(const char* bytes) const {
    std::uint64_t four =
        six_bits(bytes[1]) << 18 | six_bits(bytes[2]) << 12 | six_bits(bytes[4]) << 6 | six_bits(bytes[5]);
    return static_cast<std::size_t>((four * kSpread) >> pair_shift_);
  }

  static constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15;  ///< 2^64 over the golden ratio

  std::array<bool, 256> leads_{};  ///< of words that begin with a shorter character
  Heads heads_{}, singles_{};      ///< of all other words; of those among them that have no second character
  std::vector<std::uint64_t> pairs_;
  unsigned pair_shift_ = 0;
};

}  // namespace ziping
