#pragma once

#include "layout/line_shape.h"
#include "layout/placed_text.h"
#include "layout/table_break.h"

#include <vector>

namespace ziping {

/// How a table goes on behind a break whose borders are all drawn, told by what its cells hold; `none`
/// where the later table is another one. Office suites draw such breaks.
TableJoin join_closed(const JoinedTable& table, const TableBreak& gap, const PlacedText& placed,
                      const std::vector<LineShape>& shapes);

}  // namespace ziping
