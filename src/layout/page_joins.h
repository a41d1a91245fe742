#pragma once

#include "layout/line_shape.h"
#include "layout/placed_text.h"

#include <vector>

namespace ziping {

/// Marks the lines of a PDF that go on in the next one, also across pages (pdf.md 5.11): a line that
/// reaches the right edge and is followed by one that opens no paragraph. What opens a paragraph is
/// told by indent and spacing where the document uses them, else by sentence ends. The lines of a
/// table cell, and of a centred title, belong together.
void join_page_lines(PlacedText& placed, const std::vector<LineShape>& shapes);

}  // namespace ziping
