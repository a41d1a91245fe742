#include "layout/table_break.h"

#include "layout/column_union.h"

#include <algorithm>

namespace ziping {

TableBreak::TableBreak(const JoinedTable& table, const TableDraft& next) : table_(table), next_(next) {
  ColumnUnion columns = unite_columns(table.xs, next.grid.xs);
  auto same = [&](const JoinedCell& a, const GridCell& b) {
    auto place = [](const std::vector<int>& places, int column) {
      return places[static_cast<std::size_t>(column)];
    };
    return place(columns.first, a.column) == place(columns.second, b.column) &&
           place(columns.first, a.column + a.column_span) == place(columns.second, b.column + b.column_span);
  };
  const std::vector<int>& last = table.last_cells;
  std::vector<int> first;
  for (std::size_t at = 0; at < next.grid.cells.size(); ++at)
    if (next.grid.cells[at].row == 0) first.push_back(static_cast<int>(at));
  for (int a : last)
    for (int b : first)
      if (same(before({a, b}), after({a, b}))) pairs_.emplace_back(a, b);
  even_ = pairs_.size() == last.size() && pairs_.size() == first.size();
  std::size_t fewer = std::min(table.xs.size(), next.grid.xs.size());
  likeness_ = fewer > 2 ? static_cast<float>(columns.shared - 2) / static_cast<float>(fewer - 2) : 1;
}

}  // namespace ziping
