#include "layout/square_merge.h"

#include "layout/sets.h"

#include <algorithm>

namespace ziping {
namespace {

/// Share of a border that rules must cover to part two cells.
constexpr float kDrawn = 0.6F;
/// Confidence lost by a class of squares that was no rectangle.
constexpr int kRepairCost = 10;
constexpr int kLeastConfidence = 30;
constexpr int kMostRepairs = 50;  ///< of one table; what is left is cut row by row

/// Which share of each piece of the grid lines of one direction is covered by rules.
class Coverage {
 public:
  /// `lines`: where the grid lines stand; `crossing`: grid lines of the other direction, which cut
  /// them into pieces.
  Coverage(const std::vector<float>& lines, const std::vector<float>& crossing,
           const std::vector<Stroke>& strokes)
      : pieces_(crossing.size() - 1), shares_(lines.size() * pieces_) {
    for (const Stroke& stroke : strokes) add(lines, crossing, stroke);
  }

  float at(std::size_t line, std::size_t piece) const { return shares_[line * pieces_ + piece]; }

 private:
  void add(const std::vector<float>& lines, const std::vector<float>& crossing, const Stroke& stroke) {
    auto line = std::lower_bound(lines.begin(), lines.end(), stroke.at - kTouch);
    for (; line != lines.end() && *line <= stroke.at + kTouch; ++line) {
      auto row = static_cast<std::size_t>(line - lines.begin()) * pieces_;
      auto next = std::upper_bound(crossing.begin(), crossing.end(), stroke.from);
      auto piece = static_cast<std::size_t>(std::max<std::ptrdiff_t>(next - crossing.begin() - 1, 0));
      for (; piece < pieces_ && crossing[piece] < stroke.to; ++piece) {
        float low = std::max(crossing[piece], stroke.from), high = std::min(crossing[piece + 1], stroke.to);
        float length = std::max(crossing[piece + 1] - crossing[piece], 0.1F);
        shares_[row + piece] += std::max(0.0F, high - low) / length;
      }
    }
  }

  std::size_t pieces_;
  std::vector<float> shares_;
};

/// A rectangle of squares.
struct Extent {
  std::size_t top = 0, bottom = 0, left = 0, right = 0;  ///< first and last
  std::size_t squares = 0;

  bool is_rectangle() const { return squares == 0 || squares == (bottom - top + 1) * (right - left + 1); }
};

class Merger {
 public:
  Merger(Grid& grid, const StrokeGroup& strokes)
      : grid_(grid),
        rows_(grid.ys.size() - 1),
        columns_(grid.xs.size() - 1),
        upright_(grid.xs, grid.ys, strokes.upright),
        flat_(grid.ys, grid.xs, strokes.flat),
        left_drawn_(rows_ * columns_),
        top_drawn_(rows_ * columns_),
        sets_(0) {}

  void run() {
    for (std::size_t row = 0; row < rows_; ++row)
      for (std::size_t column = 0; column < columns_; ++column) {
        left_drawn_[at(row, column)] = column == 0 || upright_.at(column, row) >= kDrawn;
        top_drawn_[at(row, column)] = row == 0 || flat_.at(row, column) >= kDrawn;
      }
    gather();
    repair();
    write_cells();
  }

 private:
  std::size_t at(std::size_t row, std::size_t column) const { return row * columns_ + column; }

  void gather() {
    sets_ = Sets(rows_ * columns_);
    for (std::size_t square = 0; square < rows_ * columns_; ++square) {
      if (!left_drawn_[square]) sets_.unite(square - 1, square);
      if (!top_drawn_[square]) sets_.unite(square - columns_, square);
    }
    extents_.assign(rows_ * columns_, Extent{});
    for (std::size_t row = 0; row < rows_; ++row)
      for (std::size_t column = 0; column < columns_; ++column) {
        Extent& extent = extents_[sets_.find(at(row, column))];
        if (extent.squares++ == 0) extent = {row, row, column, column, 1};
        extent.bottom = row;
        extent.left = std::min(extent.left, column);
        extent.right = std::max(extent.right, column);
      }
  }

  void repair() {
    int steps = kMostRepairs;
    for (std::size_t square = 0; square < extents_.size(); ++square) {
      if (extents_[square].is_rectangle()) continue;
      grid_.confidence = std::max(grid_.confidence - kRepairCost, kLeastConfidence);
      if (--steps < 0 || !restore_border(square)) cut_rows(square);
      gather();
      square = static_cast<std::size_t>(-1);
    }
  }

  /// Draws the most covered of the undrawn borders inside a class; false where none is covered at all.
  bool restore_border(std::size_t root) {
    const Extent& extent = extents_[root];
    float most = 0;
    std::vector<bool>* side = nullptr;
    std::size_t square = 0;
    for (std::size_t row = extent.top; row <= extent.bottom; ++row)
      for (std::size_t column = extent.left; column <= extent.right; ++column) {
        std::size_t here = at(row, column);
        if (sets_.find(here) != root) continue;
        if (!left_drawn_[here] && upright_.at(column, row) > most)
          most = upright_.at(column, row), side = &left_drawn_, square = here;
        if (!top_drawn_[here] && flat_.at(row, column) > most)
          most = flat_.at(row, column), side = &top_drawn_, square = here;
      }
    if (side) (*side)[square] = true;
    return side != nullptr;
  }

  /// Draws all borders between the rows of a class, and around each run of squares in a row.
  void cut_rows(std::size_t root) {
    const Extent& extent = extents_[root];
    for (std::size_t row = extent.top; row <= extent.bottom; ++row)
      for (std::size_t column = extent.left; column <= extent.right; ++column)
        if (sets_.find(at(row, column)) == root) top_drawn_[at(row, column)] = true;
  }

  void write_cells() {
    std::vector<int> numbers(rows_ * columns_, -1);
    grid_.owners.resize(rows_ * columns_);
    for (std::size_t square = 0; square < rows_ * columns_; ++square) {
      std::size_t root = sets_.find(square);
      if (numbers[root] < 0) {
        numbers[root] = static_cast<int>(grid_.cells.size());
        grid_.cells.push_back(cell_of(extents_[root]));
      }
      grid_.owners[square] = numbers[root];
    }
  }

  GridCell cell_of(const Extent& extent) const {
    GridCell cell;
    cell.row = static_cast<int>(extent.top);
    cell.column = static_cast<int>(extent.left);
    cell.row_span = static_cast<int>(extent.bottom - extent.top) + 1;
    cell.column_span = static_cast<int>(extent.right - extent.left) + 1;
    cell.open_top = extent.top == 0 && is_open(flat_, grid_.xs, 0, extent.left, extent.right);
    cell.open_bottom =
        extent.bottom + 1 == rows_ && is_open(flat_, grid_.xs, rows_, extent.left, extent.right);
    cell.open_left = extent.left == 0 && is_open(upright_, grid_.ys, 0, extent.top, extent.bottom);
    cell.open_right =
        extent.right + 1 == columns_ && is_open(upright_, grid_.ys, columns_, extent.top, extent.bottom);
    return cell;
  }

  /// Whether rules cover too little of pieces first to last of a line.
  static bool is_open(const Coverage& coverage, const std::vector<float>& places, std::size_t line,
                      std::size_t first, std::size_t last) {
    float covered = 0;
    for (std::size_t piece = first; piece <= last; ++piece)
      covered += std::min(coverage.at(line, piece), 1.0F) * (places[piece + 1] - places[piece]);
    return covered < kDrawn * (places[last + 1] - places[first]);
  }

  Grid& grid_;
  std::size_t rows_, columns_;
  Coverage upright_, flat_;
  std::vector<bool> left_drawn_, top_drawn_;  ///< for each square: its left and top border
  Sets sets_;
  std::vector<Extent> extents_;  ///< of each class, at its root
};

}  // namespace

void merge_squares(Grid& grid, const StrokeGroup& strokes) {
  Merger(grid, strokes).run();
}

}  // namespace ziping
