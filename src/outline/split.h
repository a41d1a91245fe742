#pragma once

#include "outline/title.h"

#include <optional>
#include <vector>

namespace ziping {

/// The paragraphs of one report, `end` left out, and its title.
struct ReportRange {
  std::size_t begin = 0, end = 0;
  std::optional<Title> title;
};

/// Cuts the paragraphs into reports: each begins at its own title, together with the annex number,
/// the contents and the name of the office above it. A title that is repeated before any body
/// (cover and first page), a covering letter, and the titles of a list of annexes start none.
std::vector<ReportRange> split_reports(std::string_view text, const std::vector<Paragraph>& paragraphs,
                                       const OutlineWords& words);

/// The paragraph belongs to a report's body: numbered, a row of a form, or prose.
bool is_body(std::string_view line, const OutlineWords& words);

}  // namespace ziping
