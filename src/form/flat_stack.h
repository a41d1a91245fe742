#pragma once

#include "form/flat_fit.h"
#include "form/flat_lines.h"
#include "form/flat_rows.h"

#include <vector>

namespace ziping {

/// A block whose columns are known: the lines below its header, and the column of each of their words.
struct FlatColumns {
  std::vector<ColumnRole> roles;
  std::vector<FlatLine> lines;
  std::vector<std::vector<int>> columns;  ///< for each line, for each of its words; -1: none
};

/// Finds the rows of a block in which columns are kept by position. A row is told by a line with figures
/// in its middle; the lines of each column go to the rows whose middle they stand around, a merged level
/// to the rows that it stands in the middle of.
std::vector<FlatRow> stack_rows(const std::vector<FlatWord>& words, const FlatColumns& block, FlatFit& fit);

}  // namespace ziping
