#include "record/cell_places.h"

#include <algorithm>

namespace ziping {
namespace {

void include(Box& whole, const Box& box) {
  bool empty = whole.x1 <= whole.x0;
  whole.x0 = empty ? box.x0 : std::min(whole.x0, box.x0);
  whole.y0 = empty ? box.y0 : std::min(whole.y0, box.y0);
  whole.x1 = empty ? box.x1 : std::max(whole.x1, box.x1);
  whole.y1 = empty ? box.y1 : std::max(whole.y1, box.y1);
}

/// The pages of a cell's characters, each with the box around them.
std::vector<CellPlace> printed_places(const DocumentResult& document, const Cell& cell) {
  std::vector<CellPlace> places;
  const auto& origin = document.clean.origin;
  for (Span piece : cell.pieces)
    for (std::size_t at = piece.begin; at < piece.end; ++at) {
      if (at > piece.begin && origin[at] == origin[at - 1]) continue;
      int page = document.placed.line_of(origin[at]).page;
      if (places.empty() || places.back().page != page) places.push_back({page, {}});
      if (!document.placed.boxes.empty()) include(places.back().box, document.placed.boxes[origin[at]]);
    }
  return places;
}

int page_of_text(const DocumentResult& document, const Cell& cell) {
  if (cell.pieces.empty()) return 0;
  return document.placed.line_of(document.clean.origin[cell.pieces.front().begin]).page;
}

}  // namespace

const CellTable& table_of(const DocumentResult& document, CellId id) {
  return document.forms.tables[static_cast<std::size_t>(id.table)];
}

const Cell& cell_of(const DocumentResult& document, CellId id) {
  return table_of(document, id).cells[static_cast<std::size_t>(id.cell)];
}

std::vector<CellPlace> places_of(const DocumentResult& document, CellId id) {
  const CellTable& table = table_of(document, id);
  if (table.placed < 0) return printed_places(document, cell_of(document, id));
  const PlacedTable& placed = document.placed.tables[static_cast<std::size_t>(table.placed)];
  return placed.cells[static_cast<std::size_t>(id.cell)].places;
}

std::vector<CellId> cells_of(const Form& form, CellId name, bool funds, int row) {
  std::vector<CellId> cells;
  if (name.known()) cells.push_back(name);
  for (const CellUse& use : form.uses)
    if (use.funds == funds && use.row == row) cells.push_back(use.cell);
  return cells;
}

CellPlace place_of_cells(const DocumentResult& document, const std::vector<CellId>& cells) {
  CellPlace whole{0, {}};
  for (CellId id : cells) {
    if (whole.page == 0) whole.page = page_of_text(document, cell_of(document, id));
    for (const CellPlace& place : places_of(document, id)) {
      if (whole.page == 0) whole.page = place.page;
      if (place.page == whole.page) include(whole.box, place.box);
    }
  }
  return whole;
}

}  // namespace ziping
