#pragma once

#include "ingest/page.h"
#include "layout/turn.h"

#include <cstdint>
#include <vector>

namespace ziping {

/// A glyph as its reader sees it: x along the line of writing, y down the page, whatever the
/// direction of the text. Lengths in points.
struct Mark {
  char32_t ch = 0;
  float x0 = 0, x1 = 0, y0 = 0, y1 = 0;
  float base = 0;  ///< baseline, levelled where an OCR layer tilts
  float size = 0;
  std::uint32_t glyph = 0;  ///< index in Page::glyphs

  float width() const { return x1 - x0; }
  float middle() const { return (x0 + x1) / 2; }
};

/// The glyphs of one writing direction of a page, in content-stream order, and the page's rules.
struct Frame {
  std::vector<Mark> marks;
  std::vector<Rule> rules;
  float width = 0, height = 0;
  Turn turn;  ///< from the page to the frame
};

/// Parts a page by writing direction (0, 90, 180, 270 degrees), most glyphs first. Only the first
/// frame has the rules.
std::vector<Frame> frames_of(const Page& page);

}  // namespace ziping
