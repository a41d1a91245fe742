#pragma once

#include "form/form.h"
#include "pattern/pattern_set.h"

namespace ziping {

/// Finds the tables of a document, drawn or flattened, and reads those that are forms. A table that no
/// form claims is among FormPages::tables all the same.
FormPages read_forms(const CleanText& clean, const PlacedText& placed, const PatternSet& patterns);

/// Reads the forms in the tables of `pages`, which are in text order.
void read_forms_in(const CleanText& clean, const PatternSet& patterns, FormPages& pages);

}  // namespace ziping
