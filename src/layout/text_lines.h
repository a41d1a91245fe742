#pragma once

#include "layout/placed_text.h"

#include <string>

namespace ziping {

/// A text file's physical lines: `number` counts all lines of the file, blank ones included, but
/// only those with words become lines; `page` counts form feeds. Page numbers and heads repeated at
/// form feeds are furniture, lines of flattened tables (tabs, pipes) cells. Paragraphs cut by a page
/// break or by hard wrapping are joined.
PlacedText lay_out_text(const std::string& text);

}  // namespace ziping
