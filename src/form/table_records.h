#pragma once

#include "form/form.h"
#include "outline/outline.h"
#include "pattern/pattern_set.h"

#include <vector>

namespace ziping {

/// Puts the figures of table cells among the mentions of a document, which prose reading has found in its
/// text: what a cell states is labelled by its row and column, a bare number is a figure too where its
/// column tells its unit, and a figure that prose reading has seen in the same place is replaced. Mentions
/// stay in text order and name their cell. What stands in a blank form or a model text is taken out.
/// `explanations`, where given, has one entry a mention before and after.
void add_table_records(const CleanText& clean, const Outline& outline, const FormPages& pages,
                       const PatternSet& patterns, bool ocr, std::vector<Mention>& mentions,
                       std::vector<Explanation>* explanations = nullptr);

}  // namespace ziping
