#pragma once

#include <string_view>

namespace ziping {

/// Whether a spreadsheet that opens a CSV file would run this cell: it begins with = + - @, a tab or a
/// carriage return (CWE-1236), in ASCII or full width. A signed figure, -19356.15万元, is none.
bool runs_as_formula(std::string_view cell);

}  // namespace ziping
