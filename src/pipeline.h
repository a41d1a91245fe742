#pragma once

#include "pattern/pattern_set.h"
#include "record/document_result.h"

#include <string>

namespace ziping {

/// The whole way of one document, from its bytes to its mentions. A document that cannot be read is
/// a result too: status `failed`, with its error.
DocumentResult process(const std::string& name, const std::string& bytes, const PatternSet& patterns);

}  // namespace ziping
