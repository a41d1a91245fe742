#include "layout/outer_columns.h"

#include "layout/strokes.h"

#include <algorithm>
#include <cmath>

namespace ziping {
namespace {

/// Share of the part's grid lines that must stand on the table's.
constexpr float kShared = 0.8F;

bool has_line(const std::vector<float>& xs, float x) {
  return std::any_of(xs.begin(), xs.end(), [&](float line) { return std::fabs(line - x) <= kTouch; });
}

GridCell open_column(const Grid& grid, int column) {
  GridCell cell;
  cell.column = column;
  cell.row_span = grid.rows();
  cell.open_top = cell.open_bottom = true;
  (column == 0 ? cell.open_left : cell.open_right) = true;
  return cell;
}

void number_squares(Grid& grid) {
  grid.owners.assign(static_cast<std::size_t>(grid.rows()) * static_cast<std::size_t>(grid.columns()), -1);
  for (std::size_t at = 0; at < grid.cells.size(); ++at) {
    const GridCell& cell = grid.cells[at];
    for (int row = cell.row; row < cell.row + cell.row_span; ++row)
      for (int column = cell.column; column < cell.column + cell.column_span; ++column)
        grid.owners[static_cast<std::size_t>(row * grid.columns() + column)] = static_cast<int>(at);
  }
}

void add_left(float x, TableDraft& part) {
  for (GridCell& cell : part.grid.cells) ++cell.column;
  part.grid.xs.insert(part.grid.xs.begin(), x);
  part.grid.cells.insert(part.grid.cells.begin(), open_column(part.grid, 0));
  part.lines.insert(part.lines.begin(), LineRange());
}

/// Behind the last cell of the first row: cells stand by row, then column.
void add_right(float x, TableDraft& part) {
  int column = part.grid.columns();
  part.grid.xs.push_back(x);
  auto behind = std::find_if(part.grid.cells.begin(), part.grid.cells.end(),
                             [](const GridCell& cell) { return cell.row > 0; });
  part.lines.insert(part.lines.begin() + (behind - part.grid.cells.begin()), LineRange());
  part.grid.cells.insert(behind, open_column(part.grid, column));
}

}  // namespace

void add_outer_columns(const std::vector<float>& xs, TableDraft& part) {
  const std::vector<float>& own = part.grid.xs;
  bool left = own.front() > xs.front() + kTouch, right = own.back() < xs.back() - kTouch;
  if ((!left && !right) || !has_line(xs, own.front()) || !has_line(xs, own.back())) return;
  auto shared = std::count_if(own.begin(), own.end(), [&](float x) { return has_line(xs, x); });
  if (static_cast<float>(shared) < kShared * static_cast<float>(own.size())) return;
  if (left) add_left(xs.front(), part);
  if (right) add_right(xs.back(), part);
  number_squares(part.grid);
}

}  // namespace ziping
