#pragma once

#include "layout/placed_table.h"
#include "layout/table_draft.h"

#include <utility>
#include <vector>

namespace ziping {

/// How a table of one page goes on with a table of the page before.
struct TableJoin {
  PageJoin kind = PageJoin::none;
  bool row_cut = false;  ///< the first row behind the break is the rest of the last one before it
  /// Cells that the break has cut: of the table before it, of the part behind it.
  std::vector<std::pair<int, int>> cut_cells;
  std::vector<LineRange> repeated;  ///< lines of the header that the later part repeats
  int confidence = 100;             ///< percent
};

/// A cell of a table over pages; its lines in pieces, one a page.
struct JoinedCell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  bool open_bottom = false;  ///< its border on the table's last edge is not drawn
  std::vector<CellPlace> places;
  std::vector<LineRange> pieces;
  Box last_box;  ///< of the last piece, in the coordinates of its page's grid
};

/// A table that is put together page by page.
struct JoinedTable {
  explicit JoinedTable(const TableDraft& first);

  /// Adds a part; `join` says how.
  void append(const TableDraft& part, const TableJoin& join);

  /// Some cell's last border is not drawn.
  bool is_open() const;

  std::vector<float> xs;  ///< grid lines of all parts
  int rows = 0;
  std::vector<JoinedCell> cells;
  std::vector<int> last_cells;  ///< those that reach down to the last row
  std::vector<TablePart> parts;
  std::vector<LineRange> repeated;  ///< lines of repeated headers
  int confidence = 100;

 private:
  void add_part(const TableDraft& part, PageJoin join, int first_row);
};

}  // namespace ziping
