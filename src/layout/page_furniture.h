#pragma once

#include "layout/line_shape.h"
#include "layout/placed_text.h"

#include <vector>

namespace ziping {

/// Sets aside page numbers and running heads and feet of a PDF: outermost lines in the top or bottom
/// tenth of the page that are a page number, or the same words, digits apart, at the same height on
/// three pages. Lines in large type are titles, not heads.
void set_aside_page_furniture(PlacedText& placed, const std::vector<LineShape>& shapes);

}  // namespace ziping
