#include "form/cell_table.h"

#include <algorithm>
#include <stdexcept>

namespace ziping {
namespace {

/// Where the characters [begin, end) of the placed text stand in the clean text, line ends left out.
Span clean_span(const CleanText& clean, std::uint32_t begin, std::uint32_t end) {
  auto first = std::lower_bound(clean.origin.begin(), clean.origin.end(), begin);
  auto last = std::lower_bound(first, clean.origin.end(), end);
  Span span{static_cast<std::size_t>(first - clean.origin.begin()),
            static_cast<std::size_t>(last - clean.origin.begin())};
  while (span.end > span.begin && clean.text[span.end - 1] == '\n') --span.end;
  return span;
}

Cell read_cell(const CleanText& clean, const PlacedText& placed, const PlacedCell& from) {
  Cell cell{from.row, from.column, from.row_span, from.column_span, {}, ""};
  if (from.first_line >= from.end_line) return cell;
  Span span = clean_span(clean, placed.lines[from.first_line].begin, placed.lines[from.end_line - 1].end);
  if (span.empty()) return cell;
  cell.pieces.push_back(span);
  cell.text = std::string(span.of(clean.text));
  return cell;
}

Span whole_of(const std::vector<Cell>& cells) {
  Span whole;
  for (const Cell& cell : cells)
    for (Span piece : cell.pieces) {
      if (whole.empty()) whole = piece;
      whole = {std::min(whole.begin, piece.begin), std::max(whole.end, piece.end)};
    }
  return whole;
}

}  // namespace

void number_squares(CellTable& table) {
  table.squares.assign(static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns), -1);
  for (std::size_t index = 0; index < table.cells.size(); ++index) {
    const Cell& cell = table.cells[index];
    for (int row = cell.row; row < cell.end_row(); ++row)
      for (int column = cell.column; column < cell.end_column(); ++column) {
        int& square = table.squares.at(static_cast<std::size_t>(row * table.columns + column));
        if (square >= 0) throw std::logic_error("two cells of a table share a square");
        square = static_cast<int>(index);
      }
  }
  if (std::find(table.squares.begin(), table.squares.end(), -1) != table.squares.end())
    throw std::logic_error("a square of a table belongs to no cell");
  table.span = whole_of(table.cells);
}

std::vector<CellTable> ruled_tables(const CleanText& clean, const PlacedText& placed) {
  std::vector<CellTable> tables;
  for (std::size_t index = 0; index < placed.tables.size(); ++index) {
    const PlacedTable& from = placed.tables[index];
    CellTable table;
    table.rows = from.rows;
    table.columns = from.columns;
    table.confidence = from.confidence;
    table.placed = static_cast<int>(index);
    for (const PlacedCell& cell : from.cells) table.cells.push_back(read_cell(clean, placed, cell));
    number_squares(table);
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace ziping
