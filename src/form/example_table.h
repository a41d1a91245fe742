#pragma once

#include "form/cell_table.h"

#include <string>
#include <string_view>

namespace ziping {

/// A table drawn with pipes, as the examples of pattern files and tests draw it, with its text.
struct ExampleTable {
  CleanText clean;
  CellTable table;
};

/// Reads a drawn table: a row a line, cells between pipes, `^` goes on with the cell above, `<` with the
/// cell to the left. Lines without a pipe are text above the table.
ExampleTable read_example_table(std::string_view drawing);

}  // namespace ziping
