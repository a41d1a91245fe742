#pragma once

#include "base/span.h"
#include "record/contacts.h"

#include <string_view>
#include <vector>

namespace ziping {

/// Digits of the shortest telephone number: hotlines (12345) have fewer and are nobody's own.
constexpr int kShortestPhone = 7;

/// Where telephone and identity numbers stand, in characters: 138 0000 0000, 0731-88880000, （0731）8888000,
/// and any number behind 电话, 手机, 传真.
std::vector<Span> phone_numbers(std::u32string_view text, const FigureTest& is_figure);

}  // namespace ziping
