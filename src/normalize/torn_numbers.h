#pragma once

#include "layout/placed_text.h"
#include "normalize/draft.h"

namespace ziping {

/// Puts numbers together whose digits stand apart: thousands groups parted by spaces before a money
/// unit (`11 211.21亿元`), and in an OCR layer any digits that a unit follows, that make a well
/// formed number and stand close (`2 9 8 0.3 2 万元`). Numbers of two table cells stay apart.
void join_torn_numbers(Draft& draft, const PlacedText& placed);

}  // namespace ziping
