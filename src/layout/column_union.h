#pragma once

#include <vector>

namespace ziping {

/// The grid lines of two parts of one table as one rising list.
struct ColumnUnion {
  std::vector<float> xs;
  std::vector<int> first, second;  ///< for each grid line of a part: its index in `xs`
  int shared = 0;                  ///< grid lines that both parts have
};

/// `second` is stretched so that its outer edges fall on those of `first`: a part may be set a little
/// narrower than the one before.
ColumnUnion unite_columns(const std::vector<float>& first, const std::vector<float>& second);

}  // namespace ziping
