#include "layout/column_union.h"

#include "layout/strokes.h"

#include <algorithm>

namespace ziping {

ColumnUnion unite_columns(const std::vector<float>& first, const std::vector<float>& second) {
  float stretch = (first.back() - first.front()) / std::max(second.back() - second.front(), 1.0F);
  std::vector<float> moved;
  for (float x : second) moved.push_back(first.front() + (x - second.front()) * stretch);
  ColumnUnion out;
  for (std::size_t a = 0, b = 0; a < first.size() || b < moved.size();) {
    bool take_first = b == moved.size() || (a < first.size() && first[a] <= moved[b] + kTouch);
    bool take_second = a == first.size() || (b < moved.size() && moved[b] <= first[a] + kTouch);
    auto place = static_cast<int>(out.xs.size());
    out.shared += take_first && take_second;
    out.xs.push_back(take_first ? first[a] : moved[b]);
    if (take_first) out.first.push_back(place), ++a;
    if (take_second) out.second.push_back(place), ++b;
  }
  return out;
}

}  // namespace ziping
