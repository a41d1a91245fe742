#pragma once

#include "layout/placed_text.h"

namespace ziping {

/// Sets aside page numbers of a text file, and heads and feet repeated at its form feeds.
void set_aside_text_furniture(PlacedText& placed);

}  // namespace ziping
