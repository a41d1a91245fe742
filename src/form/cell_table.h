#pragma once

#include "base/span.h"
#include "normalize/clean_text.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ziping {

/// A cell with its place in the clean text.
struct Cell {
  int row = 0, column = 0;  ///< of its first square, from 0
  int row_span = 1, column_span = 1;
  /// Where its text stands. One piece where the table is drawn; a cell of a flattened table may lie in
  /// several, with other cells' text between them.
  std::vector<Span> pieces;
  std::string text;     ///< those pieces, one after the other
  std::string printed;  ///< as printed: full-width forms kept, line breaks and spaces between Han taken out

  bool empty() const { return text.empty(); }
  int end_row() const { return row + row_span; }
  int end_column() const { return column + column_span; }
};

/// A table of cells, drawn in a PDF or inferred from a text in which it was flattened. Every square
/// belongs to exactly one cell.
struct CellTable {
  int rows = 0, columns = 0;
  std::vector<Cell> cells;   ///< by row, then column, of their first square
  Span span;                 ///< of the clean text: from its first to its last piece
  bool inferred = false;     ///< no rules say so: rows and columns were told by their text
  bool ocr = false;          ///< its characters may be misread
  int confidence = 100;      ///< percent
  int placed = -1;           ///< index in PlacedText::tables; -1 where it is inferred
  std::vector<int> squares;  ///< for each square, row by row: index of its cell

  const Cell& at(int row, int column) const {
    return cells[static_cast<std::size_t>(squares[static_cast<std::size_t>(row * columns + column)])];
  }
};

/// Numbers the squares of a table whose cells are all there. Throws std::logic_error where a square
/// belongs to no cell or to two.
void number_squares(CellTable& table);

/// Fills Cell::text and Cell::printed from the pieces of a table's cells.
void read_texts(const CleanText& clean, const PlacedText& placed, CellTable& table);

/// The ruled tables of a document, in reading order.
std::vector<CellTable> ruled_tables(const CleanText& clean, const PlacedText& placed);

}  // namespace ziping
