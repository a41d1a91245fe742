#pragma once

#include "form/cell_table.h"
#include "pattern/form_words.h"

#include <vector>

namespace ziping {

/// Tables of forms whose cells are parted by pipes or tabs, each row a line: `| a | b |`, also ¦ and ｜.
/// Empty cells count. Lines in `taken` (in text order) are left alone.
std::vector<CellTable> pipe_tables(const CleanText& clean, const PlacedText& placed, const FormWords& forms,
                                   const std::vector<CellTable>& taken);

}  // namespace ziping
