#pragma once

#include "layout/placed_text.h"

namespace ziping {

/// Marks the lines of a text file that go on in the next one. A text file has no geometry: a line
/// goes on when it is as long as a printed line (or ends open), does not end a sentence, and the next
/// begins neither a heading, a label, a title nor a date. A blank line between them is no obstacle:
/// converters write one at every page break.
void join_text_lines(PlacedText& placed);

}  // namespace ziping
