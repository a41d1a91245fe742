#pragma once

#include "normalize/draft.h"
#include "normalize/fold_table.h"

#include <string>

namespace ziping {

/// What a character is in a clean text, without its neighbours: 0 is dropped, every kind of space is
/// U+0020. Digits, letters, % and signs are ASCII, comma, colon and brackets of a Chinese text
/// full-width; radicals, compatibility ideographs and Traditional characters are the Simplified
/// character. Circled numbers, fractions and superscripts stay: ① is no 1.
inline char32_t fold_char(char32_t ch) {
  if (ch < 0x10000) return kFoldTable[ch];
  if (ch >= 0xE0000 && ch <= 0xE0FFF) return 0;  // tags and variation selectors
  return ch <= 0x10FFFF ? ch : U'\uFFFD';
}

/// Writes a draft as clean text. Settles what depends on neighbours: ASCII punctuation next to Han
/// becomes full-width, `28,281.37`, `1:3` and Latin text keep theirs; dashes between digits are `-`;
/// `>=` is ≥; spaces stay only between words and numbers and where they part fields.
/// `origin` may be null; otherwise it gets one entry a byte.
void write_clean(const Draft& draft, std::string& text, std::vector<std::uint32_t>* origin);

}  // namespace ziping
