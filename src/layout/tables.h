#pragma once

#include "layout/line_shape.h"
#include "layout/placed_text.h"
#include "layout/table_draft.h"

#include <vector>

namespace ziping {

/// Fills PlacedText::tables from the tables of its pages. Tables that go on over pages are joined: the lines
/// of a repeated header are set aside, and the later lines of a cell that a page break has cut move
/// behind its earlier ones. `shapes` go with their lines. Page furniture must have been set aside.
void put_tables_together(PlacedText& placed, std::vector<LineShape>& shapes, std::vector<TableDraft> drafts);

}  // namespace ziping
