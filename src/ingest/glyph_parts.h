#pragma once

#include "ingest/page.h"

#include <string>
#include <vector>

namespace ziping {

/// Part `part` (from 0) of a glyph cut into `parts` equal parts across its writing direction.
Glyph cut(const Glyph& glyph, std::size_t part, std::size_t parts);

/// The characters of a text laid over the boxes of `glyphs`: equal numbers one to one; else what both
/// begin and end with one to one and the rest in equal shares. An empty text leaves no glyph.
std::vector<Glyph> spread_over(const std::u32string& text, const std::vector<Glyph>& glyphs);

/// Removes glyphs printed twice (bold by overprinting): the same character within a tenth of an em of one
/// already placed, the boxes covering each other by more than four fifths.
void drop_doubled(std::vector<Glyph>& glyphs);

}  // namespace ziping
