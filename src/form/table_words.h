#pragma once

#include "form/cell_table.h"
#include "pattern/form_words.h"

#include <optional>
#include <string>
#include <vector>

namespace ziping {

/// A range of grid columns.
struct ColumnRange {
  int begin = 0, end = 0;

  int size() const { return end - begin; }
};

/// A table with the words of its cells, looked up when they are first asked for. Cells are named by
/// their index in CellTable::cells.
class TableWords {
 public:
  TableWords(const CellTable& table, const FormWords& words);

  const CellTable& table() const { return table_; }
  const FormWords& words() const { return words_; }
  const Cell& cell(int index) const { return table_.cells[static_cast<std::size_t>(index)]; }

  /// The cell's key; empty for one too long to be a label, and for a number.
  const std::string& key(int index) const { return known(index).key; }
  /// What its column holds if the cell is a header.
  ColumnRole column(int index) const { return known(index).column; }

  /// Cells that cover a row, from left to right.
  const std::vector<int>& row(int row) const { return rows_[static_cast<std::size_t>(row)]; }
  /// Cells that begin in a row and hold something.
  std::vector<int> printed_row(int row) const;
  /// Of the cells that cover a row those that belong to a range of columns: at least half inside it, or
  /// more than half of it. From left to right.
  std::vector<int> within(int row, ColumnRange range) const;

 private:
  struct Known {
    bool ready = false;
    std::string key;
    ColumnRole column = ColumnRole::none;
  };
  const Known& known(int index) const;

  const CellTable& table_;
  const FormWords& words_;
  std::vector<std::vector<int>> rows_;  ///< cells that cover each row
  mutable std::vector<Known> known_;
};

}  // namespace ziping
