#pragma once

#include "app/terminal.h"
#include "layout/placed_table.h"

#include <string>
#include <vector>

namespace ziping {

/// What a cell shows: its text, and in which colour.
struct ShownCell {
  std::string text;
  Colour colour = Colour::none;
};

/// A table drawn with characters, at most `width` columns wide where its columns have room for a Han
/// character each. `cells` go with `table.cells`. Each row of the table gets as many lines as it
/// needs; `margins[row]` stands beside its first one.
std::string table_picture(const PlacedTable& table, const std::vector<ShownCell>& cells,
                          const std::vector<std::string>& margins, const Terminal& terminal);

}  // namespace ziping
