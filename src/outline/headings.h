#pragma once

#include "outline/outline.h"
#include "outline/paragraphs.h"

#include <string_view>
#include <vector>

namespace ziping {

/// Adds the sections of a report to `sections`: its headings at line starts, glued to the end of a
/// paragraph, or without their numbers. `begin` and `end` are paragraphs, the title's left out;
/// `report` is 1-based; `report_end` is where the last body ends.
void find_headings(std::string_view text, const std::vector<Paragraph>& paragraphs, std::size_t begin,
                   std::size_t end, int report, std::size_t report_end, const OutlineWords& words,
                   std::vector<Section>& sections);

}  // namespace ziping
