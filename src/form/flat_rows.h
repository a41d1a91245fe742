#pragma once

#include "form/flat_fit.h"
#include "form/flat_words.h"

#include <vector>

namespace ziping {

/// A row of a block: for each column the words of its cell.
struct FlatRow {
  std::vector<std::vector<int>> cells;
  float cost = 0;  ///< how badly it fits; a sound row has less than kDoubtfulRow

  static constexpr float kDoubtfulRow = 8;
};

/// Cuts words in reading order into the cells of rows with columns of the given roles: the cheapest way
/// to fill the columns from left to right, row after row, judged by what the texts look like
/// (FlatFit), by which lines a cell may be broken into, and by score <= weight and rate = B/A. Cells
/// that are empty in print have left no trace; a column may be skipped at a cost.
std::vector<FlatRow> cut_rows(const std::vector<FlatWord>& words, const std::vector<int>& body,
                              const std::vector<ColumnRole>& roles, FlatFit& fit);

}  // namespace ziping
