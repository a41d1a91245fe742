#pragma once

#include "ingest/page.h"

#include <vector>

namespace ziping {

/// The cells of a page's ruled tables, numbered over all its tables, row by row.
class Grid {
 public:
  /// Reads the tables out of a page's rules (pdf.md 6, steps 5 and 6). A frame around one area is
  /// no table.
  explicit Grid(const std::vector<Rule>& rules);

  bool empty() const { return tables_.empty(); }
  /// Number of the cell that holds a point; -1 outside the tables.
  int cell_at(float x, float y) const;
  /// Where a cell's right border stands.
  float right_of(int cell) const { return rights_[static_cast<std::size_t>(cell)]; }
  /// Index of the table that a cell belongs to.
  int table_of(int cell) const;

 private:
  struct Table {
    std::vector<float> xs, ys;  ///< grid lines, rising
    std::vector<int> cells;     ///< for each square between grid lines, row by row: its cell
    int first_cell = 0;
  };

  std::vector<Table> tables_;
  std::vector<float> rights_;
};

}  // namespace ziping
