#pragma once

#include "layout/placed_text.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ziping {

/// One UTF-8 text for a document: one paragraph a line ('\n' ends each), page furniture left out,
/// characters folded (full-width forms, radicals, compatibility ideographs, Traditional cue
/// characters), no space between Han characters or between Han and digits. Every byte leads back to
/// the character it came from.
struct CleanText {
  std::string text;
  std::vector<std::uint32_t> origin;  ///< for each byte of `text`: index into PlacedText::chars
};

/// Counts code points up to rising byte offsets of a text, once through the text in all.
class CharCounter {
 public:
  explicit CharCounter(const std::string& text) : text_(text) {}
  /// Code points before byte `at`; starts over where `at` is smaller than in the call before.
  std::size_t at(std::size_t byte);

 private:
  const std::string& text_;
  std::size_t byte_ = 0, chars_ = 0;
};

/// Cleans a laid out text. See the comment of CleanText for the rules.
CleanText clean(const PlacedText& placed);

/// Folds a short string by the same character rules (labels of a pattern file, cell texts).
std::string fold(const std::string& utf8);

/// What was printed for [begin, end) of the clean text: the source characters, spaces kept, a line
/// break written as U+23CE.
std::string raw_of(const CleanText& clean, const PlacedText& placed, std::size_t begin, std::size_t end);

}  // namespace ziping
