#pragma once

#include "pattern/pattern_set.h"
#include "record/document_result.h"

#include <string>
#include <vector>

namespace ziping {

/// The whole way of one document, from its bytes to its mentions. A document that cannot be read is
/// a result too: status `failed`, with its error.
DocumentResult process(const std::string& name, const std::string& bytes, const PatternSet& patterns);

/// The same for a file; one that is missing or cannot be opened is a failed document.
DocumentResult process_file(const std::string& path, const PatternSet& patterns);

/// The second half of that way: from `result.placed`, a text laid out, to its mentions and figures.
void understand(DocumentResult& result, const PatternSet& patterns);

/// The mentions of a document whose outline and forms are known, those of its tables included;
/// `explanations` and `skipped` are filled where given, as find_mentions does.
std::vector<Mention> read_mentions(const DocumentResult& document, const PatternSet& patterns,
                                   std::vector<Explanation>* explanations = nullptr,
                                   std::vector<Skipped>* skipped = nullptr);

}  // namespace ziping
