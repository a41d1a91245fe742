#pragma once

#include "app/terminal.h"
#include "record/document_result.h"

#include <string>

namespace ziping {

/// The ruled tables of a document, each with its pages, size and confidence, how its parts were joined, and a
/// picture of its cells as wide as the terminal. Rows are counted from 1; `p2` stands beside the first
/// row of page 2, `p1-2` beside a row that the page break has cut.
std::string table_view(const DocumentResult& document, const Terminal& terminal);

/// What a reader is told about how a part goes on: `goes on from the page before: open borders`.
const char* words_for(PageJoin join);

}  // namespace ziping
