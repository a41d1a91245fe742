#pragma once

#include "layout/joined_table.h"
#include "layout/placed_text.h"

namespace ziping {

/// How many first rows of a page's table repeat rows of the first page of the table before it, at most five.
/// A cell that goes down beyond them takes no part: it is a span that the page break has cut.
int repeated_rows(const JoinedTable& table, const TableDraft& next, const PlacedText& placed);

/// A page's table without its first rows; `dropped` gets their lines. The border above what is left is
/// that of the header: it counts as open.
TableDraft without_rows(const TableDraft& table, int rows, std::vector<LineRange>& dropped);

}  // namespace ziping
