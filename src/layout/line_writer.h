#pragma once

#include "layout/frame.h"
#include "layout/placed_text.h"
#include "layout/printed_line.h"

namespace ziping {

/// Appends a line's characters and boxes to a PlacedText. Space glyphs are kept; a gap without one
/// becomes U+0020 between Latin letters or digits, and wherever it is wide enough to part two
/// fields (2 em, an OCR layer 3 em, more where the whole line is spread out).
/// The box of such a space is the gap. Returns how many fields the line has.
int write_line(const PrintedLine& line, const Frame& frame, const Page& page, bool ocr, PlacedText& placed);

}  // namespace ziping
