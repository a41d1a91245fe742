#pragma once

#include "base/notice.h"
#include "ingest/page.h"
#include "layout/placed_table.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ziping {

/// What a line is for.
enum class LineRole : std::uint8_t {
  body,
  cell,       ///< stands inside a table; a ruled cell's lines join with each other, with nothing else
  furniture,  ///< running head or page number: kept here, left out of the clean text
};

/// A printed line (PDF) or physical line (text file).
struct Line {
  int page = 1;                      ///< 1-based; text files count form feeds
  int number = 1;                    ///< 1-based: on its page (PDF) or in the file (text)
  std::uint32_t begin = 0, end = 0;  ///< range in PlacedText::chars, without a line break
  LineRole role = LineRole::body;
  bool joins_next =
      false;  ///< the paragraph goes on in the next line that is no furniture, also across a page
  bool ends_number = false;  ///< the number at its end is whole: the line joined to it begins another
};

/// All characters of a document in reading order, unchanged, and where each one stands.
struct PlacedText {
  std::u32string chars;             ///< as printed; what was dropped (watermarks, doubled glyphs) is not here
  std::vector<Box> boxes;           ///< one for each of `chars`; empty for a text file
  std::vector<Line> lines;          ///< in reading order
  std::vector<PlacedTable> tables;  ///< ruled tables of a PDF, in reading order
  bool ocr = false;                 ///< characters come from an OCR layer: digits may be doubtful
  std::vector<Notice> notices;

  /// The line that holds character `at`.
  const Line& line_of(std::uint32_t at) const;
};

}  // namespace ziping
