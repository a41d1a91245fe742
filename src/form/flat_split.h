#pragma once

#include "pattern/form_words.h"

#include <string_view>
#include <vector>

namespace ziping {

/// Ends of the parts of a text, in bytes.
using Split = std::vector<std::size_t>;

/// The one way to cut glued figures into cells of these roles that the arithmetic of a form allows; empty
/// where there is none, or several. A rate of 0 % beside money that was spent counts as none.
Split split_figures(std::string_view text, const std::vector<ColumnRole>& roles);

}  // namespace ziping
