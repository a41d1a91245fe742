#pragma once

#include "layout/frame.h"
#include "layout/grid.h"

#include <vector>

namespace ziping {

/// A range of a frame's marks.
struct MarkRange {
  std::size_t begin = 0, end = 0;
};

/// The tables of a page and which marks stand in which of their cells, numbered over all its tables.
/// Marks of any writing direction go with their middle into the cells of the first frame's tables.
class PageCells {
 public:
  /// Sorts the marks of each frame: those outside tables, then cell by cell, each part in stream order.
  /// Tables without text are dropped.
  PageCells(const Page& page, std::vector<Frame>& frames);

  const std::vector<Grid>& grids() const { return grids_; }
  /// Number of a table's first cell.
  int first_cell(std::size_t grid) const { return firsts_[grid]; }
  /// A frame's marks in a cell; -1: those outside tables.
  MarkRange marks(std::size_t frame, int cell) const;

 private:
  void number_cells();
  std::vector<int> cells_of(const Page& page, const Frame& frame, bool other_way) const;
  int cell_at(float x, float y) const;
  /// The cell, open at its bottom, that a mark hangs out of by at most `room`: what a page break cuts
  /// is clipped a little above the line it is drawn for. -1 if none.
  int open_cell_above(Point middle, float room) const;
  std::size_t grid_of(int cell) const;
  const GridCell& cell_of(std::size_t grid, int cell) const;
  /// Which tables have text; those whose text runs over their borders lose confidence.
  std::vector<bool> weigh_text(const Page& page, const std::vector<std::vector<int>>& cells,
                               const std::vector<Frame>& frames);
  void drop_empty(const std::vector<bool>& with_text, std::vector<std::vector<int>>& cells);
  void sort_marks(Frame& frame, const std::vector<int>& cells);

  std::vector<Grid> grids_;
  std::vector<int> firsts_;                       ///< number of each table's first cell; one more at the end
  Turn turn_;                                     ///< to the first frame
  std::vector<std::vector<std::size_t>> starts_;  ///< for each frame: of the free marks, then of each cell
};

}  // namespace ziping
