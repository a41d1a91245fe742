#include "layout/joined_table.h"

#include "layout/column_union.h"

#include <algorithm>

namespace ziping {
namespace {

JoinedCell joined_cell(const TableDraft& part, std::size_t at) {
  const GridCell& cell = part.grid.cells[at];
  JoinedCell out{cell.row, cell.column, cell.row_span, cell.column_span, cell.open_bottom};
  out.places.push_back({part.page, part.turn.back(part.grid.box_of(cell))});
  out.pieces.push_back(part.lines[at]);
  out.last_box = part.grid.box_of(cell);
  return out;
}

/// Moves a cell from the grid lines of its part to those of all parts.
void place_columns(JoinedCell& cell, const std::vector<int>& places) {
  int begin = places[static_cast<std::size_t>(cell.column)];
  int end = places[static_cast<std::size_t>(cell.column + cell.column_span)];
  cell.column = begin;
  cell.column_span = end - begin;
}

}  // namespace

JoinedTable::JoinedTable(const TableDraft& first)
    : xs(first.grid.xs), rows(first.grid.rows()), confidence(first.grid.confidence) {
  for (std::size_t at = 0; at < first.grid.cells.size(); ++at) {
    cells.push_back(joined_cell(first, at));
    if (cells.back().row + cells.back().row_span == rows) last_cells.push_back(static_cast<int>(at));
  }
  add_part(first, PageJoin::none, 0);
}

bool JoinedTable::is_open() const {
  return std::any_of(last_cells.begin(), last_cells.end(),
                     [&](int cell) { return cells[static_cast<std::size_t>(cell)].open_bottom; });
}

void JoinedTable::add_part(const TableDraft& part, PageJoin join, int first_row) {
  const Grid& grid = part.grid;
  Box box{grid.xs.front(), grid.ys.front(), grid.xs.back(), grid.ys.back()};
  parts.push_back({part.page, part.turn.back(box), first_row, join});
}

void JoinedTable::append(const TableDraft& part, const TableJoin& join) {
  ColumnUnion columns = unite_columns(xs, part.grid.xs);
  if (columns.xs.size() != xs.size())
    for (JoinedCell& cell : cells) place_columns(cell, columns.first);
  xs = columns.xs;
  int first_row = rows - (join.row_cut ? 1 : 0);
  rows = first_row + part.grid.rows();
  last_cells.clear();
  std::vector<int> partners(part.grid.cells.size(), -1);
  for (auto [before, after] : join.cut_cells) partners[static_cast<std::size_t>(after)] = before;
  for (std::size_t at = 0; at < part.grid.cells.size(); ++at) {
    JoinedCell cell = joined_cell(part, at);
    place_columns(cell, columns.second);
    cell.row += first_row;
    if (cell.row + cell.row_span == rows)
      last_cells.push_back(partners[at] < 0 ? static_cast<int>(cells.size()) : partners[at]);
    if (partners[at] < 0) {
      cells.push_back(std::move(cell));
      continue;
    }
    JoinedCell& before = cells[static_cast<std::size_t>(partners[at])];
    before.row_span = cell.row + cell.row_span - before.row;
    before.open_bottom = cell.open_bottom;
    before.places.push_back(cell.places.front());
    before.pieces.push_back(cell.pieces.front());
    before.last_box = cell.last_box;
  }
  repeated.insert(repeated.end(), join.repeated.begin(), join.repeated.end());
  add_part(part, join.kind, first_row);
  confidence = std::min({confidence, part.grid.confidence, join.confidence});
}

}  // namespace ziping
