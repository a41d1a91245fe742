#pragma once

#include "form/flat_words.h"
#include "pattern/form_words.h"

#include <vector>

namespace ziping {

/// Cuts words in which the cells of a row are glued: `310.2154.741050%5`, `配备一体机8≥24台26台8`. First
/// header rows, by the vocabulary; below a header the rows, where exactly one split fits the types of its
/// columns and rate = B/A, score = weight x rate, or score = weight x actual / target. What has no such
/// split stays whole.
std::vector<FlatWord> cut_glued(const std::vector<FlatWord>& words, const FormWords& forms);

}  // namespace ziping
