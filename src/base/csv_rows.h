#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ziping {

struct CsvRow {
  std::size_t line = 1;  ///< on which it begins
  std::vector<std::string> cells;
};

/// Rows of a CSV text (RFC 4180; LF or CRLF; a byte order mark is passed over; empty lines are no rows).
/// Throws std::invalid_argument for a quote that does not end or stands inside a plain field.
std::vector<CsvRow> csv_rows(std::string_view text);

}  // namespace ziping
