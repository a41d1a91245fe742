#pragma once

#include "pattern/pattern_set.h"

#include <string>
#include <vector>

namespace ziping {

/// Runs the examples of the relations (patterns/relations.toml): an example must give the findings of its
/// relation that it expects, in order and no others; a near miss must accuse nothing by it. Returns the
/// faults as `file:line: message`.
std::vector<std::string> check_relation_examples(const PatternSet& patterns);

}  // namespace ziping
