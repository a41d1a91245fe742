#pragma once

#include "pattern/rules.h"

#include <string>
#include <vector>

namespace ziping {

/// Faults of meaning in a set that has been read, each as `file:line: message`, in file order.
std::vector<std::string> lint(const PatternSet::Impl& set);

/// Runs every example of a set: an example must give the fields it expects, by this rule; a near miss
/// must not be given the rule's concept; a known miss must still be missed. Each fault as
/// `file:line: message`.
std::vector<std::string> run_examples(const PatternSet& patterns);

}  // namespace ziping
