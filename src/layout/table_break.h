#pragma once

#include "layout/joined_table.h"

#include <utility>
#include <vector>

namespace ziping {

/// The cells on both sides of a page break, in pairs that take the same columns.
class TableBreak {
 public:
  TableBreak(const JoinedTable& table, const TableDraft& next);

  const std::vector<std::pair<int, int>>& pairs() const { return pairs_; }
  /// Each cell on one side has one on the other.
  bool is_even() const { return even_; }
  /// Share of the inner grid lines of the part with fewer that the other has too.
  float likeness() const { return likeness_; }

  const JoinedCell& before(std::pair<int, int> pair) const {
    return table_.cells[static_cast<std::size_t>(pair.first)];
  }
  const GridCell& after(std::pair<int, int> pair) const {
    return next_.grid.cells[static_cast<std::size_t>(pair.second)];
  }
  const LineRange& lines_after(std::pair<int, int> pair) const {
    return next_.lines[static_cast<std::size_t>(pair.second)];
  }
  /// Neither side draws the border between the two cells: it is one cell. Browsers leave the border of
  /// each cell behind a break open, and that of a cut cell before it.
  bool is_open(std::pair<int, int> pair) const { return before(pair).open_bottom && after(pair).open_top; }

 private:
  const JoinedTable& table_;
  const TableDraft& next_;
  std::vector<std::pair<int, int>> pairs_;
  bool even_ = false;
  float likeness_ = 0;
};

}  // namespace ziping
