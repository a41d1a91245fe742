#include "layout/placed_text.h"

#include <algorithm>

namespace ziping {

const Line& PlacedText::line_of(std::uint32_t at) const {
  auto after = std::upper_bound(lines.begin(), lines.end(), at,
                                [](std::uint32_t place, const Line& line) { return place < line.begin; });
  return after == lines.begin() ? lines.front() : *(after - 1);
}

}  // namespace ziping
