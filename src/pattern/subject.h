#pragma once

#include "base/span.h"
#include "pattern/context.h"
#include "pattern/value_grammar.h"

#include <string_view>

namespace ziping {

/// The phrase that says what a value measures: the words before it in its clause without lead words
/// and link verbs, or the counted thing behind it (74家定点医药机构) where little stands before it.
/// Empty where neither says anything.
Span subject_of(std::string_view text, const Value& value, const Setting& setting);

}  // namespace ziping
