#pragma once

#include "layout/joined_table.h"
#include "layout/placed_text.h"
#include "layout/table_gap.h"

namespace ziping {

/// Decides whether and how a table that begins a page goes on with the one that ended the page before
/// (pdf.md 6, "Joining over pages"): open borders first, then repeated headers, then what the cells hold.
/// `next` loses the rows that repeat the header. `open_breaks`: the document leaves cells that a page break
/// cuts open, so that a drawn border ends its cell.
TableJoin find_join(const JoinedTable& table, TableDraft& next, Between between, bool open_breaks,
                    const PlacedText& placed, const std::vector<LineShape>& shapes);

/// Whether some table of a document is open at a page break.
bool has_open_breaks(const std::vector<TableDraft>& tables);

}  // namespace ziping
