#include "layout/grid.h"

#include "layout/strokes.h"

#include <algorithm>
#include <cmath>

namespace ziping {
namespace {

/// Share of a border that rules must cover to part two cells.
constexpr float kDrawn = 0.6F;
/// Rules that end this far beyond the last crossing one are a side left open.
constexpr float kOpenSide = 5;
/// Squares between grid lines; more are a drawing.
constexpr std::size_t kMostSquares = 20000;

/// Places of strokes, rising. Where two crossing strokes end beyond the outermost one, a page break
/// or an open table has left a side undrawn: their end is a place too.
std::vector<float> places(const std::vector<Stroke>& strokes, const std::vector<Stroke>& crossing) {
  std::vector<float> out;
  for (const Stroke& stroke : strokes) out.push_back(stroke.at);
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

/// Share of [from, to] at `at` that strokes cover.
float covered(const std::vector<Stroke>& strokes, float at, float from, float to) {
  float sum = 0;
  for (const Stroke& stroke : strokes)
    if (std::fabs(stroke.at - at) <= kTouch)
      sum += std::max(0.0F, std::min(to, stroke.to) - std::max(from, stroke.from));
  return sum / std::max(to - from, 0.1F);
}

/// Squares between grid lines, merged where no border parts them.
class Merger {
 public:
  Merger(const std::vector<float>& xs, const std::vector<float>& ys, const StrokeGroup& strokes)
      : xs_(xs),
        ys_(ys),
        strokes_(strokes),
        columns_(xs.size() - 1),
        rows_(ys.size() - 1),
        head_(columns_ * rows_) {
    for (std::size_t at = 0; at < head_.size(); ++at) head_[at] = at;
    for (std::size_t row = 0; row < rows_; ++row)
      for (std::size_t column = 0; column < columns_; ++column) merge_at(row, column);
  }

  /// First square, row by row, of the cell that holds square `at`.
  std::size_t head(std::size_t at) const {
    while (head_[at] != at) at = head_[at];
    return at;
  }
  std::size_t squares() const { return head_.size(); }
  std::size_t columns() const { return columns_; }

 private:
  void merge_at(std::size_t row, std::size_t column) {
    std::size_t at = row * columns_ + column;
    if (column > 0 && covered(strokes_.upright, xs_[column], ys_[row], ys_[row + 1]) < kDrawn)
      unite(at - 1, at);
    if (row > 0 && covered(strokes_.flat, ys_[row], xs_[column], xs_[column + 1]) < kDrawn)
      unite(at - columns_, at);
  }
  void unite(std::size_t a, std::size_t b) {
    a = head(a);
    b = head(b);
    head_[std::max(a, b)] = std::min(a, b);
  }

  const std::vector<float>& xs_;
  const std::vector<float>& ys_;
  const StrokeGroup& strokes_;
  std::size_t columns_, rows_;
  std::vector<std::size_t> head_;
};

/// Index of the interval of rising `places` that holds `value`; -1 outside.
int interval(const std::vector<float>& places, float value) {
  auto after = std::upper_bound(places.begin(), places.end(), value);
  if (after == places.begin() || after == places.end()) return -1;
  return static_cast<int>(after - places.begin()) - 1;
}

}  // namespace

Grid::Grid(const std::vector<Rule>& rules) {
  std::vector<StrokeGroup> groups = connect_rules(rules);
  for (const StrokeGroup& strokes : groups) {
    Table table;
    table.xs = places(strokes.upright, strokes.flat);
    table.ys = places(strokes.flat, strokes.upright);
    if (table.xs.size() < 2 || table.ys.size() < 2) continue;
    if ((table.xs.size() - 1) * (table.ys.size() - 1) > kMostSquares) continue;
    Merger merger(table.xs, table.ys, strokes);
    table.first_cell = static_cast<int>(rights_.size());
    table.cells.resize(merger.squares());
    for (std::size_t at = 0; at < merger.squares(); ++at) {
      std::size_t head = merger.head(at);
      float right = table.xs[at % merger.columns() + 1];
      if (head == at) {
        table.cells[at] = static_cast<int>(rights_.size());
        rights_.push_back(right);
      } else {
        table.cells[at] = table.cells[head];
        float& side = rights_[static_cast<std::size_t>(table.cells[head])];
        side = std::max(side, right);
      }
    }
    if (static_cast<int>(rights_.size()) - table.first_cell < 2) {
      rights_.resize(static_cast<std::size_t>(table.first_cell));
      continue;
    }
    tables_.push_back(std::move(table));
  }
}

int Grid::cell_at(float x, float y) const {
  for (const Table& table : tables_) {
    int column = interval(table.xs, x), row = interval(table.ys, y);
    if (column < 0 || row < 0) continue;
    return table
        .cells[static_cast<std::size_t>(row) * (table.xs.size() - 1) + static_cast<std::size_t>(column)];
  }
  return -1;
}

int Grid::table_of(int cell) const {
  int table = -1;
  for (const Table& candidate : tables_) table += candidate.first_cell <= cell;
  return table;
}

}  // namespace ziping
