#pragma once

#include "base/span.h"

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// Where a view is printed.
struct Terminal {
  int width = 100;      ///< columns
  bool colour = false;  ///< escape sequences are understood and wanted
};

/// The width is $COLUMNS, else the terminal's, else 100; colours only on a terminal and without
/// $NO_COLOR (https://no-color.org).
Terminal terminal_of(std::FILE* stream);

/// Cuts a text into pieces of at most `width` columns. Words and numbers of ASCII characters stay whole
/// where they fit; no piece begins with a closing mark such as `，` or `）`.
std::vector<Span> wrap(std::string_view text, int width);

/// `text` filled with spaces up to `width` columns.
std::string padded(std::string text, int width);

/// The beginning of a text that fits into `width` columns, with `…` where something is cut off.
std::string clipped(std::string_view text, int width);

/// A text that a terminal only shows, whatever it holds: characters that it would obey (controls, line ends,
/// marks that turn the direction of writing) become their bytes, as in shown_path(): `%1B`. Bytes that are
/// no UTF-8 become U+FFFD.
std::string printable(std::string_view text);

enum class Colour { none, strong, faint, good, bad, mark };

/// The text in a colour, or as it is where the terminal wants none.
std::string paint(const Terminal& terminal, Colour colour, const std::string& text);

}  // namespace ziping
