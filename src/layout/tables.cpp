#include "layout/tables.h"

#include "layout/joined_table.h"
#include "layout/line_moves.h"
#include "layout/table_gap.h"
#include "layout/table_joins.h"
#include "layout/table_split.h"

#include <algorithm>
#include <utility>

namespace ziping {
namespace {

std::vector<JoinedTable> join_over_pages(const PlacedText& placed, const std::vector<LineShape>& shapes,
                                         std::vector<TableDraft>& drafts) {
  TableGap gap(placed, shapes);
  bool open_breaks = has_open_breaks(drafts);
  std::vector<JoinedTable> tables;
  for (std::size_t at = 0; at < drafts.size(); ++at) {
    TableJoin join;
    bool follows = at > 0 && drafts[at - 1].page + 1 == drafts[at].page;
    if (follows)
      join = find_join(tables.back(), drafts[at], gap.between(drafts[at - 1], drafts[at]), open_breaks,
                       placed, shapes);
    if (join.kind == PageJoin::none) {
      tables.emplace_back(drafts[at]);
    } else {
      tables.back().append(drafts[at], join);
    }
  }
  return tables;
}

void set_aside(PlacedText& placed, const std::vector<LineRange>& ranges) {
  for (const LineRange& range : ranges)
    for (std::uint32_t at = range.first; at < range.end; ++at) placed.lines[at].role = LineRole::furniture;
}

/// Brings the pieces of a cut cell together: one range of lines, one cell number.
void gather_pieces(const JoinedCell& cell, std::vector<LineShape>& shapes, LineMoves& moves) {
  const LineRange* before = nullptr;
  for (const LineRange& piece : cell.pieces) {
    if (piece.empty()) continue;
    if (before) {
      moves.put_behind(before->end - 1, piece);
      for (std::uint32_t at = piece.first; at < piece.end; ++at) shapes[at].cell = shapes[before->first].cell;
    }
    before = &piece;
  }
}

PlacedCell placed_cell(const JoinedCell& cell, const LineMoves& moves) {
  PlacedCell out{cell.row, cell.column, cell.row_span, cell.column_span, 0, 0, cell.places};
  std::uint32_t lines = 0;
  const LineRange* first = nullptr;
  for (const LineRange& piece : cell.pieces) {
    lines += piece.end - piece.first;
    if (!first && !piece.empty()) first = &piece;
  }
  if (first) out.first_line = moves.place_of(first->first);
  out.end_line = out.first_line + lines;
  return out;
}

PlacedTable placed_table(const JoinedTable& table, const LineMoves& moves) {
  PlacedTable out;
  out.rows = table.rows;
  out.columns = static_cast<int>(table.xs.size()) - 1;
  out.parts = table.parts;
  out.confidence = table.confidence;
  for (const JoinedCell& cell : table.cells) out.cells.push_back(placed_cell(cell, moves));
  std::sort(out.cells.begin(), out.cells.end(), [](const PlacedCell& a, const PlacedCell& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
  });
  return out;
}

}  // namespace

void put_tables_together(PlacedText& placed, std::vector<LineShape>& shapes, std::vector<TableDraft> drafts) {
  drafts = split_tables(std::move(drafts), placed);
  std::vector<JoinedTable> tables = join_over_pages(placed, shapes, drafts);
  LineMoves moves(placed.lines.size());
  for (const JoinedTable& table : tables) {
    set_aside(placed, table.repeated);
    for (const JoinedCell& cell : table.cells) gather_pieces(cell, shapes, moves);
  }
  moves.apply(placed, shapes);
  for (const JoinedTable& table : tables) placed.tables.push_back(placed_table(table, moves));
}

}  // namespace ziping
