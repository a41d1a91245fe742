#pragma once

#include "layout/line_shape.h"
#include "layout/placed_text.h"
#include "layout/table_break.h"

#include <span>
#include <string>
#include <utility>
#include <vector>

namespace ziping {

/// Which words, and how many lines, stand on both sides of a page break in one column of a table.
struct CutPair {
  std::u32string before, after;  ///< texts, squeezed; `before` over all its pages
  float size = 0;                ///< of the type before the break
  float room_below = 0;          ///< points under the last line before the break
  bool line_full = false;        ///< that line leaves no room for what comes next
};

/// Reads pairs of cells, and tells what speaks for one cell that the break has cut. How office suites cut
/// a row: each cell is filled down to the break before anything of it comes behind the break.
class CutEvidence {
 public:
  CutEvidence(const JoinedTable& table, const TableBreak& gap, const PlacedText& placed,
              const std::vector<LineShape>& shapes);

  /// For a cell of one row: positive where it is likely cut.
  float of_row_cell(std::pair<int, int> pair) const;
  /// Whether a label goes on that stands beside several rows, or did before the break.
  bool label_goes_on(std::pair<int, int> pair) const;

 private:
  /// How a column is used before the break.
  struct Column {
    int cells = 0, filled = 0;
    int rows = 0, rows_spanned = 0;  ///< all, and those of cells over several rows
  };

  std::span<const JoinedCell> recent_cells() const;
  CutPair read(std::pair<int, int> pair) const;
  float of_texts(const CutPair& texts) const;
  const Column& column_of(std::pair<int, int> pair) const;
  bool is_label_column(std::pair<int, int> pair) const;
  float filled_share(std::pair<int, int> pair) const;
  bool completes_label(std::pair<int, int> pair, const CutPair& texts) const;

  const JoinedTable& table_;
  const TableBreak& gap_;
  const PlacedText& placed_;
  const std::vector<LineShape>& shapes_;
  std::vector<Column> columns_;
  float least_room_ = 0;  ///< under the lines of the last row's fullest cell
};

}  // namespace ziping
