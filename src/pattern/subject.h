#pragma once

#include "base/span.h"
#include "pattern/context.h"
#include "pattern/value_grammar.h"

#include <string_view>

namespace ziping {

/// The phrase that says what a value measures: the words before it in its clause without lead words
/// and link verbs, or the counted thing behind it (74家定点医药机构) where little stands before it.
/// Where only words of change or comparison stand there (比上年提高), it is `topic`, what the value before
/// was about. Empty where nothing says it.
Span subject_of(std::string_view text, const Value& value, const Setting& setting, Span topic);

/// Takes lead words, years and link verbs off both ends of a phrase.
Span trimmed(std::string_view text, Span span);

}  // namespace ziping
