#pragma once

#include "app/terminal.h"
#include "pattern/pattern_set.h"
#include "record/document_result.h"

#include <string>
#include <vector>

namespace ziping {

/// What find_mentions tells beside the mentions.
struct Why {
  std::vector<Explanation> explanations;  ///< one for each mention
  std::vector<Skipped> skipped;           ///< in text order
};

/// Every sentence that holds a figure, its figures marked, and below it for each figure: what was read,
/// the rule that labelled it, the rules that lost and why, what decided role, year and comparator, and
/// the numbers that are no figure. “n away” counts characters between cue and figure. An unlabelled figure is
/// marked `unlabelled`.
std::string explain_view(const DocumentResult& document, const Why& why, const Terminal& terminal);

}  // namespace ziping
