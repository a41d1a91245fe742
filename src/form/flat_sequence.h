#pragma once

#include "form/flat_block.h"

#include <vector>

namespace ziping {

/// The blocks of forms whose cells follow each other in reading order: one cell a line, or cells parted
/// by a space with each cell of several lines written line after line.
std::vector<FlatBlock> sequence_blocks(const std::vector<FlatWord>& words, const FormWords& forms);

}  // namespace ziping
