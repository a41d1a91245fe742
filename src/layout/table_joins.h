#pragma once

#include "layout/joined_table.h"
#include "layout/placed_text.h"
#include "layout/table_gap.h"

namespace ziping {

/// Decides whether and how a table that begins a page goes on with the one that ended the page before
/// (pdf.md 6, "Joining over pages"): open borders first, then repeated headers, then what the cells hold.
/// `next` loses the rows that repeat the header.
TableJoin find_join(const JoinedTable& table, TableDraft& next, Between between, const PlacedText& placed);

}  // namespace ziping
