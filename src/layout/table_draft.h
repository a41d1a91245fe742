#pragma once

#include "layout/grid.h"
#include "layout/turn.h"

#include <cstdint>
#include <vector>

namespace ziping {

/// Lines [first, end) of PlacedText::lines.
struct LineRange {
  std::uint32_t first = 0, end = 0;

  bool empty() const { return first == end; }
};

/// A table of one page with the lines of its cells, before tables are joined over pages.
struct TableDraft {
  int page = 1;
  Turn turn;  ///< from the page to the grid's coordinates
  float page_height = 0;
  Grid grid;
  std::vector<LineRange> lines;  ///< of each cell of the grid
};

}  // namespace ziping
