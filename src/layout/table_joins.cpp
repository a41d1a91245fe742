#include "layout/table_joins.h"

#include "layout/cell_text.h"
#include "layout/closed_break.h"
#include "layout/outer_columns.h"
#include "layout/repeated_header.h"
#include "layout/table_break.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace ziping {
namespace {

constexpr float kSameEdge = 2;         ///< points
constexpr float kSameWidth = 0.1F;     ///< of the width
constexpr int kOpenConfidence = 98;    ///< percent
constexpr int kHeaderConfidence = 92;  ///< a repeated header says that the table goes on

bool same_edges(const std::vector<float>& a, const std::vector<float>& b) {
  float width = a.back() - a.front();
  float room = std::max(kSameEdge, kSameWidth * width);
  return std::fabs(width - (b.back() - b.front())) <= room && std::fabs(a.front() - b.front()) <= room;
}

/// Open borders: exactly those cells go on; where all cells of the last row do, the row was cut.
TableJoin join_open(const TableBreak& gap) {
  TableJoin join;
  join.kind = PageJoin::open_border;
  join.confidence = kOpenConfidence;
  bool whole_row = gap.is_even();
  for (auto pair : gap.pairs()) {
    bool open = gap.is_open(pair);
    if (open) join.cut_cells.push_back(pair);
    if (!open && gap.before(pair).row_span == 1) whole_row = false;
  }
  join.row_cut = whole_row && join.cut_cells.size() == gap.pairs().size();
  return join;
}

/// The first row begins a form: the words with which the forms of the Ministry of Finance open.
bool opens_form(const TableDraft& table, const PlacedText& placed) {
  static constexpr std::u32string_view kOpenings[] = {U"项目名称", U"部门名称",       U"单位名称",
                                                      U"政策名称", U"转移支付（项目", U"转移支付(项目",
                                                      U"专项名称", U"部门(单位)名称", U"部门（单位）名称"};
  std::u32string first = text_of(placed, table.lines.front());
  return std::any_of(std::begin(kOpenings), std::end(kOpenings),
                     [&](std::u32string_view opening) { return first.starts_with(opening); });
}

bool is_open_at(const TableDraft& table, bool bottom) {
  return std::any_of(table.grid.cells.begin(), table.grid.cells.end(),
                     [&](const GridCell& cell) { return bottom ? cell.open_bottom : cell.open_top; });
}

}  // namespace

TableJoin find_join(const JoinedTable& table, TableDraft& next, Between between, bool open_breaks,
                    const PlacedText& placed, const std::vector<LineShape>& shapes) {
  if (between == Between::title) return {};
  TableDraft part = next;
  if (table.is_open()) add_outer_columns(table.xs, part);
  if (!same_edges(table.xs, part.grid.xs)) return {};
  std::vector<LineRange> repeated;
  int rows = repeated_rows(table, part, placed);
  TableDraft rest = without_rows(part, rows, repeated);
  TableBreak gap(table, rest);
  bool open = is_open_at(part, false) || table.is_open();
  TableJoin join;
  if (!open && (between == Between::words || opens_form(part, placed))) return {};
  if (open || open_breaks) {
    join = join_open(gap);
  } else {
    join = join_closed(table, gap, placed, shapes);
  }
  if (join.kind == PageJoin::none) return join;
  if (!open) join.kind = rows > 0 ? PageJoin::repeated_header : PageJoin::likeness;
  if (join.kind == PageJoin::repeated_header) join.confidence = std::max(join.confidence, kHeaderConfidence);
  join.repeated = std::move(repeated);
  next = std::move(rest);
  return join;
}

bool has_open_breaks(const std::vector<TableDraft>& tables) {
  for (std::size_t at = 1; at < tables.size(); ++at)
    if (tables[at - 1].page + 1 == tables[at].page &&
        (is_open_at(tables[at - 1], true) || is_open_at(tables[at], false)))
      return true;
  return false;
}

}  // namespace ziping
