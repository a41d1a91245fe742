#pragma once

#include "form/flat_block.h"

#include <vector>

namespace ziping {

/// Whether forms of a text keep their columns by position: a header with wide gaps between its cells.
bool keeps_columns(const std::vector<FlatWord>& words, const FormWords& forms);

/// The blocks of forms whose columns are kept by position: `pdftotext -layout`, or words of an OCR layer
/// with their places. Words are in order of their lines.
std::vector<FlatBlock> grid_blocks(const std::vector<FlatWord>& words, const FormWords& forms);

}  // namespace ziping
