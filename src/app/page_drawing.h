#pragma once

#include "ingest/reader.h"
#include "layout/placed_text.h"

#include <string>

namespace ziping {

/// Writes page-0001.svg, page-0002.svg, ... of a PDF into `folder`, which is made where it is missing:
/// the glyphs as text, the rules in grey, and over them the cells that were found. Returns how many.
/// Throws InputError (`no_pages`) for a text file, OutputError.
int write_drawings(const SourceDocument& source, const PlacedText& placed, const std::string& folder);

/// One page as SVG.
std::string draw_page(const Page& page, const PlacedText& placed);

}  // namespace ziping
