#pragma once

#include "form/cell_table.h"
#include "pattern/form_words.h"

#include <vector>

namespace ziping {

/// Forms that were flattened: an OCR layer or a text file in which no rules part the cells. Handles
/// pipes and tabs, one cell a line, cells parted by spaces (rows of a page image set in a fixed pitch,
/// or in reading order), and cells glued without a separator, which arithmetic can part (score =
/// weight x rate, rate = B/A). A table is looked for only where header cells of a form are found.
/// Text that lies in one of `taken` (ruled tables, in text order) is left alone.
/// All tables are marked `inferred`, in text order.
std::vector<CellTable> flat_tables(const CleanText& clean, const PlacedText& placed, const FormWords& words,
                                   const std::vector<CellTable>& taken);

}  // namespace ziping
