#include "layout/grid.h"

#include "layout/square_merge.h"

#include <algorithm>
#include <utility>

namespace ziping {
namespace {

/// Rules that end this far beyond the last crossing one are a side left open.
constexpr float kOpenSide = 5;
/// Squares between grid lines; more are a drawing.
constexpr std::size_t kMostSquares = 20000;

/// Places of strokes, rising. Where two crossing strokes end beyond the outermost one, a page break
/// or an open table has left a side undrawn: their end is a place too.
std::vector<float> places(const std::vector<Stroke>& strokes, const std::vector<Stroke>& crossing) {
  std::vector<float> out;
  for (const Stroke& stroke : strokes) out.push_back(stroke.at);
  if (out.empty()) return {crossing.front().from, crossing.front().to};
  std::sort(out.begin(), out.end());
  float low = out.front(), high = out.back();
  int before = 0, after = 0;
  for (const Stroke& stroke : crossing) {
    before += stroke.from < out.front() - kOpenSide;
    after += stroke.to > out.back() + kOpenSide;
    low = std::min(low, stroke.from);
    high = std::max(high, stroke.to);
  }
  if (before >= 2) out.insert(out.begin(), low);
  if (after >= 2) out.push_back(high);
  out.erase(std::unique(out.begin(), out.end(), [](float a, float b) { return b - a < kTouch; }), out.end());
  return out;
}

/// Index of the interval of rising `places` that holds `value`; -1 outside.
int interval(const std::vector<float>& places, float value) {
  auto after = std::upper_bound(places.begin(), places.end(), value);
  if (after == places.begin() || after == places.end()) return -1;
  return static_cast<int>(after - places.begin()) - 1;
}

}  // namespace

int Grid::cell_at(float x, float y) const {
  int column = interval(xs, x), row = interval(ys, y);
  if (column < 0 || row < 0) return -1;
  return owners[static_cast<std::size_t>(row * columns() + column)];
}

Box Grid::box_of(const GridCell& cell) const {
  auto x = [&](int column) { return xs[static_cast<std::size_t>(column)]; };
  auto y = [&](int row) { return ys[static_cast<std::size_t>(row)]; };
  return {x(cell.column), y(cell.row), x(cell.column + cell.column_span), y(cell.row + cell.row_span)};
}

PageGrids read_grids(const std::vector<Rule>& rules) {
  RuleGroups groups = connect_rules(rules);
  PageGrids out;
  out.loose = std::move(groups.loose);
  for (const StrokeGroup& strokes : groups.tables) {
    Grid grid;
    grid.xs = places(strokes.upright, strokes.flat);
    grid.ys = places(strokes.flat, strokes.upright);
    if (grid.xs.size() < 2 || grid.ys.size() < 2) continue;
    if ((grid.xs.size() - 1) * (grid.ys.size() - 1) > kMostSquares) continue;
    merge_squares(grid, strokes);
    if (grid.cells.size() >= 2) out.tables.push_back(std::move(grid));
  }
  return out;
}

}  // namespace ziping
