#pragma once

#include "pattern/pattern_set.h"
#include "record/document_result.h"

#include <string>

namespace ziping {

/// The whole way of one document, from its bytes to its mentions. A document that cannot be read is
/// a result too: status `failed`, with its error.
DocumentResult process(const std::string& name, const std::string& bytes, const PatternSet& patterns);

/// The same for a file; one that is missing or cannot be opened is a failed document.
DocumentResult process_file(const std::string& path, const PatternSet& patterns);

}  // namespace ziping
