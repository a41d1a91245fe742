#pragma once

#include "form/flat_fit.h"
#include "form/flat_lines.h"

#include <vector>

namespace ziping {

/// Where the columns of a block lie on a page: those of its header there, or those told by what its
/// lines hold where the header is on a page before.
struct ColumnPlaces {
  std::vector<float> middle;       ///< of each column; negative where nothing tells
  std::vector<float> left, right;  ///< of the header cells
};

/// Guesses the middles of columns from lines of several words by the types of the words.
ColumnPlaces guess_places(const std::vector<FlatWord>& words, const std::vector<FlatLine>& lines,
                          const std::vector<ColumnRole>& roles, FlatFit& fit);

/// The column of each word of `lines`: columns are parted where the fewest words are cut between the
/// middles of two neighbours; a word may lie over the border where it looks like the neighbour's.
/// -1 where no place is known.
std::vector<int> columns_of(const std::vector<FlatWord>& words, const std::vector<FlatLine>& lines,
                            const std::vector<ColumnRole>& roles, const ColumnPlaces& places, FlatFit& fit);

}  // namespace ziping
