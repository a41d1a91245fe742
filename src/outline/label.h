#pragma once

#include "outline/outline.h"

#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// A label of a cover found in a line.
struct FoundLabel {
  const OutlineWords::Label* label = nullptr;
  std::size_t begin = 0;  ///< byte of the line where the label begins
  std::size_t value = 0;  ///< byte where its value begins
};

/// The labels of a line: each ends at a colon (a bracket such as （公章） may stand between), the first
/// may also have a comma for it, lack a character (`目名称：`) or have one misread, or stand without
/// colon at the start of a cell.
std::vector<FoundLabel> find_labels(std::string_view line, const OutlineWords& words);
bool has_label(std::string_view line, const OutlineWords& words);

/// `（2023年度）`, `2023年度`: a line that is a year and no more.
bool is_year_line(std::string_view line);

/// A cover value without seals, brackets left blank, underscores and anonymous XX; empty where nothing
/// is left.
std::string cover_value(std::string_view value, const OutlineWords& words);

}  // namespace ziping
