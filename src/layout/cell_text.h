#pragma once

#include "layout/placed_text.h"
#include "layout/table_draft.h"

#include <string>

namespace ziping {

/// The characters of lines without spaces, full-width ASCII folded; what cells are compared by.
std::u32string text_of(const PlacedText& placed, const LineRange& lines);

}  // namespace ziping
