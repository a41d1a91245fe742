#include "form/flat_draft.h"

#include <algorithm>
#include <numeric>

namespace ziping {
namespace {

constexpr int kLeastConfidence = 10;
constexpr int kTakenSquare = 5;

bool share_square(const Cell& a, const Cell& b) {
  return a.row < b.end_row() && b.row < a.end_row() && a.column < b.end_column() && b.column < a.end_column();
}

}  // namespace

void FlatDraft::put(int row, int column, WordRange words, int row_span, int column_span) {
  std::vector<int> list(static_cast<std::size_t>(std::max(0, words.size())));
  std::iota(list.begin(), list.end(), words.begin);
  put(row, column, list, row_span, column_span);
}

void FlatDraft::put(int row, int column, const std::vector<int>& words, int row_span, int column_span) {
  Cell cell{row, column, row_span, column_span, {}, "", ""};
  if (!is_free(cell)) return doubt(kTakenSquare);
  for (int index : words) {
    const FlatWord& word = words_[static_cast<std::size_t>(index)];
    if (!cell.pieces.empty() && cell.pieces.back().end == word.span.begin) {
      cell.pieces.back().end = word.span.end;
    } else {
      cell.pieces.push_back(word.span);
    }
  }
  rows_ = std::max(rows_, cell.end_row());
  columns_ = std::max(columns_, cell.end_column());
  cells_.push_back(std::move(cell));
}

bool FlatDraft::is_free(const Cell& cell) const {
  return std::none_of(cells_.begin(), cells_.end(),
                      [&](const Cell& other) { return share_square(cell, other); });
}

CellTable FlatDraft::finish() {
  CellTable table;
  table.rows = rows_;
  table.columns = columns_;
  table.inferred = true;
  table.confidence = std::max(kLeastConfidence, confidence_);
  for (int row = 0; row < rows_; ++row)
    for (int column = 0; column < columns_; ++column)
      if (Cell free{row, column, 1, 1, {}, "", ""}; is_free(free)) cells_.push_back(free);
  std::stable_sort(cells_.begin(), cells_.end(), [](const Cell& a, const Cell& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
  });
  table.cells = std::move(cells_);
  number_squares(table);
  read_texts(clean_, placed_, table);
  return table;
}

}  // namespace ziping
