#pragma once

#include "form/cell_text.h"
#include "form/cell_value.h"
#include "form/table_words.h"

#include <optional>
#include <string>
#include <vector>

namespace ziping {

/// What a cell holds: nothing, words, or one figure.
struct CellContent {
  enum Type { nothing, words, figure } type = nothing;
  std::optional<Decimal> bare;       ///< a number without a unit
  const Mention* mention = nullptr;  ///< else what prose reading has found
};

/// Which cells of a table name its figures: the words above them, and the words to their left. Read from
/// top to bottom: heads are those of the rows taken so far.
class TableHeads {
 public:
  /// The header of a column: the cell above its figures, and the one that it is a part of.
  struct Head {
    int cell = -1, upper = -1;

    bool known() const { return cell >= 0; }
  };

  /// `names` has the cell that names each row of a form, -1 for other rows.
  TableHeads(const CellText& cells, const TableWords& words, const CellValues& values,
             std::vector<int> names);

  const CellContent& content(int cell) const { return contents_[static_cast<std::size_t>(cell)]; }
  /// Takes the next cell that holds words.
  void take(int index);

  const Head& head(const Cell& cell) const { return columns_[static_cast<std::size_t>(cell.column)]; }
  /// What the header of a cell's column says of it.
  ColumnRole column(const Cell& cell) const { return role_of(head(cell)); }
  /// The cell that names the row of a cell: the form's name for it, else the nearest words to its left; -1
  /// where there is none.
  int label(const Cell& cell) const;
  /// The cell of a row under a header of this role; -1 where there is none.
  int in_row(int row, ColumnRole role) const;
  /// The words of a header or label; empty for -1 and for what is too long to be one.
  const std::string& text(int cell) const;

 private:
  CellContent read(const CellText& cells, const CellValues& values, const Cell& cell) const;
  ColumnRole role_of(const Head& head) const;
  bool beside_figure(int column) const;
  int cell_at(int row, int column) const;

  const TableWords& words_;
  std::vector<int> names_;  ///< for each row
  std::vector<Head> columns_;
  std::vector<CellContent> contents_;
  std::vector<bool> has_figure_;  ///< for each row
};

}  // namespace ziping
