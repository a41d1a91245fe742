#pragma once

#include "layout/grid.h"
#include "layout/strokes.h"

namespace ziping {

/// Merges the squares between a grid's lines where no rule parts them, and writes its cells, owners
/// and confidence. A border counts as drawn where rules cover 60 % of it. A class of squares that is no
/// rectangle gets its partly covered borders back, the most covered first; where none is covered at
/// all, it is cut into rectangles row by row.
void merge_squares(Grid& grid, const StrokeGroup& strokes);

}  // namespace ziping
