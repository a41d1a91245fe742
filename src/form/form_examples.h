#pragma once

#include "pattern/pattern_set.h"

#include <string>
#include <vector>

namespace ziping {

/// Reads the example tables of the forms (patterns/forms) and compares each with what it expects.
/// Returns the faults as `file:line: message`; empty where all examples are read as they say.
///
/// An example's table has a row a line with its cells between pipes; `^` goes on with the cell above, `<`
/// with the cell to the left; lines without a pipe stand above the table. What is expected stands as
/// `fund label=… source=… adjusted=…`, `indicator level3=… target_value=…`, `form goal_target=…`: every
/// fund and indicator row in order, of each row the fields that matter, without spaces in their values.
std::vector<std::string> check_form_examples(const PatternSet& patterns);

}  // namespace ziping
