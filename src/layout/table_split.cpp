#include "layout/table_split.h"

#include "layout/cell_text.h"
#include "layout/marks.h"

#include <algorithm>
#include <set>

namespace ziping {
namespace {

/// Rows with several cells that a table must have above the title of the next one.
constexpr int kLeastRowsAbove = 2;

bool is_form_title(std::u32string_view text) {
  std::size_t bracket = text.find_last_of(U"（(");
  if (bracket != text.npos && bracket > 0 && is_bracketed(text.substr(bracket)))
    text = text.substr(0, bracket);
  return is_title(text) && text.back() == U'表';
}

/// First rows of the tables that a draft holds; always 0, and the titles after it.
std::vector<int> first_rows(const TableDraft& table, const PlacedText& placed) {
  std::vector<int> out{0};
  int parted = 0, before = -1;
  for (std::size_t at = 0; at < table.grid.cells.size(); ++at) {
    const GridCell& cell = table.grid.cells[at];
    bool whole_row = cell.column_span == table.grid.columns();
    if (!whole_row && cell.row != before) ++parted, before = cell.row;
    if (!whole_row || parted < kLeastRowsAbove || !is_form_title(text_of(placed, table.lines[at]))) continue;
    out.push_back(cell.row);
    parted = 0;
  }
  return out;
}

/// Rows [from, to) as a table of their own, without the grid lines that only the others need.
TableDraft cut_out(const TableDraft& table, int from, int to) {
  TableDraft out = table;
  out.grid.cells.clear();
  out.grid.owners.clear();
  out.lines.clear();
  std::set<int> used;
  for (std::size_t at = 0; at < table.grid.cells.size(); ++at) {
    GridCell cell = table.grid.cells[at];
    if (cell.row < from || cell.row >= to) continue;
    used.insert({cell.column, cell.column + cell.column_span});
    cell.row -= from;
    out.grid.cells.push_back(cell);
    out.lines.push_back(table.lines[at]);
  }
  auto place = [&](int line) { return static_cast<int>(std::distance(used.begin(), used.find(line))); };
  for (GridCell& cell : out.grid.cells) {
    int begin = place(cell.column), end = place(cell.column + cell.column_span);
    cell.column = begin;
    cell.column_span = end - begin;
  }
  out.grid.xs.clear();
  for (int line : used) out.grid.xs.push_back(table.grid.xs[static_cast<std::size_t>(line)]);
  out.grid.ys.assign(table.grid.ys.begin() + from, table.grid.ys.begin() + to + 1);
  return out;
}

}  // namespace

std::vector<TableDraft> split_tables(std::vector<TableDraft> tables, const PlacedText& placed) {
  std::vector<TableDraft> out;
  for (TableDraft& table : tables) {
    std::vector<int> rows = first_rows(table, placed);
    rows.push_back(table.grid.rows());
    if (rows.size() == 2) {
      out.push_back(std::move(table));
      continue;
    }
    for (std::size_t at = 0; at + 1 < rows.size(); ++at)
      out.push_back(cut_out(table, rows[at], rows[at + 1]));
  }
  return out;
}

}  // namespace ziping
