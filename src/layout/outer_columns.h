#pragma once

#include "layout/table_draft.h"

#include <vector>

namespace ziping {

/// Gives a part of a table the outer columns that it lacks. In a table without outer rules a cell that is
/// merged over a whole page leaves no rule there: the part begins with the column behind it. It is added
/// as an empty cell, open above and below, where the part's grid lines stand on those of the table, `xs`.
void add_outer_columns(const std::vector<float>& xs, TableDraft& part);

}  // namespace ziping
