#pragma once

#include "form/flat_header.h"

#include <vector>

namespace ziping {

/// The tables of forms whose cells follow each other in reading order: one cell a line, or cells parted
/// by a space with each cell of several lines written line after line.
std::vector<CellTable> sequence_tables(const CleanText& clean, const PlacedText& placed,
                                       const std::vector<FlatWord>& words, const FormWords& forms);

}  // namespace ziping
