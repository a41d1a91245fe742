#include "layout/cell_text.h"

#include "layout/marks.h"

namespace ziping {

std::u32string text_of(const PlacedText& placed, const LineRange& lines) {
  if (lines.empty()) return {};
  std::uint32_t begin = placed.lines[lines.first].begin, end = placed.lines[lines.end - 1].end;
  return squeezed(std::u32string_view(placed.chars).substr(begin, end - begin));
}

}  // namespace ziping
