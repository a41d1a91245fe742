#pragma once

#include "form/cell_table.h"
#include "form/flat_words.h"

#include <vector>

namespace ziping {

/// A table in the making: cells are put on their squares in any order, what is left free becomes empty
/// cells.
class FlatDraft {
 public:
  FlatDraft(const std::vector<FlatWord>& words, const CleanText& clean, const PlacedText& placed)
      : words_(words), clean_(clean), placed_(placed) {}

  int rows() const { return rows_; }
  /// Puts words on free squares; a cell on a square that is taken is left out and lowers confidence.
  void put(int row, int column, const std::vector<int>& words, int row_span = 1, int column_span = 1);
  void put(int row, int column, WordRange words, int row_span = 1, int column_span = 1);
  /// Takes from what is sure, in percent.
  void doubt(int percent) { confidence_ -= percent; }
  /// The table; its confidence is at least 10.
  CellTable finish();

 private:
  bool is_free(const Cell& cell) const;

  const std::vector<FlatWord>& words_;
  const CleanText& clean_;
  const PlacedText& placed_;
  std::vector<Cell> cells_;
  int rows_ = 0, columns_ = 0, confidence_ = 100;
};

}  // namespace ziping
