#pragma once

#include "pattern/pattern_set.h"

#include <vector>

namespace ziping {

/// Loads pattern files and makes every check of them: of the rules, and of the examples of rules, forms and
/// relations. Throws PatternError with `file:line:` for the first fault.
PatternSet load_checked(const std::vector<PatternFile>& files);

}  // namespace ziping
