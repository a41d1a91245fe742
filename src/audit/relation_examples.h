#pragma once

#include "audit/finding.h"
#include "pattern/pattern_set.h"

#include <string>
#include <vector>

namespace ziping {

/// What the audit finds in a report of 2023 that holds just the text, a line a paragraph (a date alone signs
/// it), or the table, with the lines above it as its prose.
std::vector<Finding> findings_of(const RelationExample& example, const PatternSet& patterns);

/// Runs the examples of the relations (patterns/relations.toml): an example must give the findings of its
/// relation that it expects, in order and no others; a near miss must accuse nothing by it. Returns the
/// faults as `file:line: message`.
std::vector<std::string> check_relation_examples(const PatternSet& patterns);

}  // namespace ziping
