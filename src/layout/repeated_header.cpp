#include "layout/repeated_header.h"

#include "base/utf8.h"
#include "layout/cell_text.h"
#include "layout/column_union.h"
#include "layout/marks.h"

#include <algorithm>
#include <map>
#include <string>

namespace ziping {
namespace {

constexpr int kMostRows = 5;
constexpr int kLeastLabels = 2;       ///< cells with words that a repeated header has
constexpr int kLeastInnerLabels = 3;  ///< where it repeats rows further down

bool is_label(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), [](char32_t ch) { return is_han(ch); }) && !is_figure(text);
}

/// Compares the first rows of a part with the rows of a table.
class HeaderFinder {
 public:
  HeaderFinder(const JoinedTable& table, const TableDraft& next, const PlacedText& placed)
      : next_(next), placed_(placed), columns_(unite_columns(table.xs, next.grid.xs)) {
    int first_part = table.parts.size() > 1 ? table.parts[1].first_row : table.rows;
    for (const JoinedCell& cell : table.cells) {
      if (cell.row >= first_part) break;
      cells_[{cell.row, columns_.first[static_cast<std::size_t>(cell.column)]}] = &cell;
    }
    rows_ = first_part;
  }

  int rows() const {
    int most = std::min(kMostRows, next_.grid.rows() - 1);
    for (int count = most; count > 0; --count)
      for (int row = 0; row + count <= rows_; ++row)
        if (repeats(row, count)) return count;
    return 0;
  }

 private:
  bool repeats(int row, int count) const {
    int labels = 0;
    for (std::size_t at = 0; at < next_.grid.cells.size(); ++at) {
      const GridCell& cell = next_.grid.cells[at];
      if (cell.row >= count) break;
      if (cell.row + cell.row_span > count) continue;
      std::u32string text = text_of(placed_, next_.lines[at]);
      if (!text.empty() && !is_label(text)) return false;
      if (!has_twin(cell, row, text)) return false;
      labels += !text.empty();
    }
    return labels >= (row == 0 ? kLeastLabels : kLeastInnerLabels);
  }

  bool has_twin(const GridCell& cell, int row, const std::u32string& text) const {
    int begin = columns_.second[static_cast<std::size_t>(cell.column)];
    int end = columns_.second[static_cast<std::size_t>(cell.column + cell.column_span)];
    auto found = cells_.find({row + cell.row, begin});
    if (found == cells_.end()) return false;
    const JoinedCell& twin = *found->second;
    return columns_.first[static_cast<std::size_t>(twin.column + twin.column_span)] == end &&
           twin.row_span == cell.row_span && text_of(placed_, twin.pieces.front()) == text;
  }

  const TableDraft& next_;
  const PlacedText& placed_;
  ColumnUnion columns_;
  int rows_ = 0;                                            ///< of the table's first part
  std::map<std::pair<int, int>, const JoinedCell*> cells_;  ///< its cells by row and column of the union
};

}  // namespace

int repeated_rows(const JoinedTable& table, const TableDraft& next, const PlacedText& placed) {
  return HeaderFinder(table, next, placed).rows();
}

TableDraft without_rows(const TableDraft& table, int rows, std::vector<LineRange>& dropped) {
  TableDraft out = table;
  out.grid.cells.clear();
  out.grid.owners.clear();
  out.lines.clear();
  out.grid.ys.erase(out.grid.ys.begin(), out.grid.ys.begin() + rows);
  for (std::size_t at = 0; at < table.grid.cells.size(); ++at) {
    GridCell cell = table.grid.cells[at];
    if (cell.row + cell.row_span <= rows) {
      dropped.push_back(table.lines[at]);
      continue;
    }
    cell.open_top = cell.open_top || (rows > 0 && cell.row <= rows);
    cell.row_span -= std::max(rows - cell.row, 0);
    cell.row = std::max(cell.row - rows, 0);
    out.grid.cells.push_back(cell);
    out.lines.push_back(table.lines[at]);
  }
  return out;
}

}  // namespace ziping
