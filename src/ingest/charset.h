#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ziping {

/// A text decoded from bytes of unknown encoding.
struct DecodedText {
  std::string text;      ///< UTF-8 without byte order mark; line ends as they were
  std::string encoding;  ///< UTF-8, GB18030, Big5, UTF-16LE or UTF-16BE; empty: no text in any of them
  int bad_bytes = 0;     ///< places that could not be decoded and became U+FFFD
};

/// Tells Chinese encodings apart by decoding strictly, not by a detector (ICU's is wrong on short texts):
/// a byte order mark decides, else strict UTF-8, else whichever of GB18030, Big5, UTF-16LE and UTF-16BE
/// decodes without error into most everyday characters. A text with a few broken bytes is decoded
/// leniently where nearly all of it still reads well.
DecodedText decode_text(std::string_view bytes);

/// The character of a two-byte GBK code; 0 where the pair is none.
char32_t gbk_character(std::uint8_t lead, std::uint8_t trail);

/// False for code points that tell nothing: U+FFFD, private use, surrogates, unassigned.
bool is_meaningful(char32_t ch);

}  // namespace ziping
