#pragma once

#include "ingest/page.h"
#include "layout/placed_text.h"

#include <vector>

namespace ziping {

/// Pages of glyphs become lines in reading order, their paragraphs marked; heads, feet and page
/// numbers are furniture, lines inside ruled tables cells, one paragraph a cell. `ocr`: the glyphs
/// are an OCR layer, whose baselines tilt and whose boxes are rough.
PlacedText lay_out_pages(const std::vector<Page>& pages, bool ocr);

}  // namespace ziping
