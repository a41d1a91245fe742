#pragma once

#include "ingest/page.h"
#include "layout/strokes.h"

#include <vector>

namespace ziping {

/// A cell of a ruled table on one page: squares of its grid, and which of its borders on the table's
/// edge are not drawn.
struct GridCell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  bool open_top = false, open_bottom = false, open_left = false, open_right = false;
};

/// A ruled table of one page.
struct Grid {
  std::vector<float> xs, ys;    ///< grid lines, rising
  std::vector<GridCell> cells;  ///< by row, then column, of their first square
  std::vector<int> owners;      ///< for each square between grid lines, row by row: its cell
  int confidence = 100;         ///< percent; less where its cells had to be made rectangles

  int rows() const { return static_cast<int>(ys.size()) - 1; }
  int columns() const { return static_cast<int>(xs.size()) - 1; }
  /// The cell that holds a point; -1 outside the table.
  int cell_at(float x, float y) const;
  Box box_of(const GridCell& cell) const;
};

/// The tables of a page's rules (pdf.md 6, steps 1 to 7). A frame around one area is no table.
struct PageGrids {
  std::vector<Grid> tables;
  std::vector<Stroke> loose;  ///< horizontal rules that belong to no table, from top to bottom
};
PageGrids read_grids(const std::vector<Rule>& rules);

}  // namespace ziping
