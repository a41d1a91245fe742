#pragma once

#include "form/flat_header.h"
#include "form/flat_lines.h"

#include <optional>
#include <string_view>
#include <vector>

namespace ziping {

/// A header whose cells stand side by side, each over its column.
struct FlatZone {
  FlatHeader header;
  int first_line = 0, end_line = 0;  ///< range of FlatLines
  std::vector<float> left, right;    ///< of each header cell
  int page = 1;
};

/// （A）, B/A）: what a header cell's line may consist of, and no cell of a row.
bool is_formula_piece(std::string_view text);

/// The header with its middle on a line, its cells broken over up to three lines above and four below.
/// A cell's words are those that stand over each other. Empty where the line is in no header.
std::optional<FlatZone> zone_at(const std::vector<FlatWord>& words, const std::vector<FlatLine>& lines,
                                int line, HeaderReader& headers);

}  // namespace ziping
