#pragma once

#include <string_view>

namespace ziping {

/// Whether a spreadsheet that opens a CSV file would run this cell: it begins with = + - @, a tab or a
/// carriage return (CWE-1236), in ASCII or full width. A signed figure, -27418.05万元, is none.
bool runs_as_formula(std::string_view cell);

/// A cell of a CSV file of ours without the `'` that keeps it from running.
std::string_view without_formula_guard(std::string_view cell);

}  // namespace ziping
