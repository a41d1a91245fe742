#pragma once

#include "form/flat_block.h"
#include "pattern/form_words.h"

#include <vector>

namespace ziping {

/// Writes blocks as tables, one a form: below each other, the columns of each from the left.
std::vector<CellTable> write_blocks(const std::vector<FlatBlock>& blocks, const CleanText& clean,
                                    const PlacedText& placed, const std::vector<FlatWord>& words,
                                    const FormWords& forms);

}  // namespace ziping
