#pragma once

#include "ingest/page.h"

#include <cstdint>
#include <vector>

namespace ziping {

/// How a part of a table was joined to the part on the page before.
enum class PageJoin : std::uint8_t {
  none,             ///< the first part
  open_border,      ///< its cells had been left open at the page's edge
  repeated_header,  ///< closed borders; its first rows repeat the header and are dropped
  likeness,         ///< closed borders; told by widths and by what its cells hold
};
const char* name_of(PageJoin join);

/// Where a cell, or a piece of a cell that a page break has cut, is drawn.
struct CellPlace {
  int page = 1;  ///< 1-based
  Box box;       ///< between its borders
};

/// A cell of a table's grid. Its text is the lines [first_line, end_line) of PlacedText::lines, which
/// follow each other and are one paragraph, also where a page break has cut the cell.
struct PlacedCell {
  int row = 0, column = 0;  ///< of its first square, from 0
  int row_span = 1, column_span = 1;
  std::uint32_t first_line = 0, end_line = 0;  ///< equal where the cell is empty
  std::vector<CellPlace> places;               ///< in page order; several where a page break has cut it
};

/// A table's part on one page.
struct TablePart {
  int page = 1;
  Box box;
  int first_row = 0;  ///< row of the whole table that the part begins with, or goes on with
  PageJoin join = PageJoin::none;
};

/// A table as it is drawn, put together over its pages. Every square of its grid belongs to exactly one
/// cell.
struct PlacedTable {
  int rows = 0, columns = 0;
  std::vector<PlacedCell> cells;  ///< by row, then column, of their first square
  std::vector<TablePart> parts;   ///< in page order
  int confidence = 100;           ///< percent: how surely the grid is the one that was meant
};

}  // namespace ziping
