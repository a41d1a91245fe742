#pragma once

#include "layout/placed_text.h"
#include "layout/table_draft.h"

#include <vector>

namespace ziping {

/// Cuts tables whose frames touch apart: before each row that is one cell with the title of a form.
/// A title above the first rows of a table is not cut off.
std::vector<TableDraft> split_tables(std::vector<TableDraft> tables, const PlacedText& placed);

}  // namespace ziping
