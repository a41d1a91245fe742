#pragma once

#include "layout/layout.h"
#include "support.h"

#include <string>
#include <vector>

namespace ziping {

/// `row,column rows x columns text` for each cell of a table.
inline std::vector<std::string> cells_of(const PlacedText& placed, const PlacedTable& table) {
  std::vector<std::string> out;
  for (const PlacedCell& cell : table.cells) {
    std::string text;
    for (std::uint32_t at = cell.first_line; at < cell.end_line; ++at) {
      const Line& line = placed.lines[at];
      text += to_utf8(placed.chars.substr(line.begin, line.end - line.begin));
    }
    std::string span;
    if (cell.row_span * cell.column_span > 1)
      span = " " + std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span);
    out.push_back(std::to_string(cell.row) + "," + std::to_string(cell.column) + span + " " + text);
  }
  return out;
}

inline PlacedText lay_out_drawn(std::vector<PageDrawer> drawers) {
  SourceDocument source;
  source.media_type = "application/pdf";
  source.text_source = TextSource::pdf;
  for (PageDrawer& drawer : drawers) source.pages.push_back(drawer.page());
  return lay_out(source);
}

}  // namespace ziping
