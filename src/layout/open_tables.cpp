#include "layout/open_tables.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace ziping {
namespace {

constexpr std::size_t kLeastRules = 3;
constexpr float kLeastWidth = 150;  ///< points
constexpr float kColumnGap = 0.8F;  ///< of the type size
constexpr float kWordGap = 0.5F;    ///< of the type size: marks nearer are one piece of text
constexpr int kFilledRows = 60;     ///< percent of the rows that fill at least two columns
constexpr int kConfidence = 70;     ///< percent: columns and some rows are told by white space

bool is_printed(char32_t ch) {
  return ch > U' ' && ch != 0xA0 && ch != 0x3000 && ch != 0x200B;
}

/// A piece of text: marks of one line that stand close.
struct Piece {
  float x0 = 0, x1 = 0;
};

struct TextLine {
  float base = 0, size = 0;
  std::vector<Piece> pieces;  ///< from left to right
};

std::vector<TextLine> lines_of(std::vector<const Mark*> marks) {
  std::sort(marks.begin(), marks.end(), [](const Mark* a, const Mark* b) { return a->base < b->base; });
  std::vector<TextLine> lines;
  for (std::size_t begin = 0; begin < marks.size();) {
    std::size_t end = begin + 1;
    while (end < marks.size() && marks[end]->base - marks[end - 1]->base < 0.4F * marks[begin]->size) ++end;
    auto first = marks.begin() + static_cast<std::ptrdiff_t>(begin);
    auto last = marks.begin() + static_cast<std::ptrdiff_t>(end);
    std::sort(first, last, [](const Mark* a, const Mark* b) { return a->x0 < b->x0; });
    TextLine& line = lines.emplace_back();
    line.base = (*first)->base;
    line.size = (*first)->size;
    for (auto mark = first; mark != last; ++mark) {
      bool goes_on = !line.pieces.empty() && (*mark)->x0 - line.pieces.back().x1 < kWordGap * line.size;
      if (!goes_on) line.pieces.push_back({(*mark)->x0, (*mark)->x1});
      line.pieces.back().x1 = std::max(line.pieces.back().x1, (*mark)->x1);
    }
    begin = end;
  }
  return lines;
}

/// Reads one table between rules of the same ends.
class OpenTable {
 public:
  OpenTable(const std::vector<Stroke>& rules, const std::vector<Mark>& marks)
      : rules_(rules), marks_(marks) {}

  std::optional<Grid> read() {
    if (!take_text() || !find_columns()) return std::nullopt;
    find_rows();
    if (!is_filled()) return std::nullopt;
    write_cells();
    return std::move(grid_);
  }

 private:
  /// False where text goes on beside the rules: they are underlines.
  bool take_text() {
    std::vector<const Mark*> inside;
    float left = rules_.front().from - kTouch, right = rules_.front().to + kTouch;
    for (const Mark& mark : marks_) {
      float y = (mark.y0 + mark.y1) / 2;
      if (!is_printed(mark.ch) || y < rules_.front().at || y > rules_.back().at) continue;
      if (mark.middle() < left || mark.middle() > right) return false;
      inside.push_back(&mark);
    }
    lines_ = lines_of(std::move(inside));
    return lines_.size() >= 2;
  }

  /// White gaps that all lines below the head leave.
  bool find_columns() {
    std::vector<Piece> pieces;
    float size = 0;
    for (const TextLine& line : lines_) {
      if (line.base < rules_[1].at) continue;
      pieces.insert(pieces.end(), line.pieces.begin(), line.pieces.end());
      size = std::max(size, line.size);
    }
    if (pieces.empty()) return false;
    std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.x0 < b.x0; });
    grid_.xs.push_back(rules_.front().from);
    float reach = pieces.front().x1;
    for (const Piece& piece : pieces) {
      if (piece.x0 - reach >= kColumnGap * size) grid_.xs.push_back((piece.x0 + reach) / 2);
      reach = std::max(reach, piece.x1);
    }
    grid_.xs.push_back(rules_.front().to);
    return grid_.xs.size() >= 3;
  }

  std::size_t column_of(float x) const {
    auto after = std::upper_bound(grid_.xs.begin() + 1, grid_.xs.end() - 1, x);
    return static_cast<std::size_t>(after - grid_.xs.begin()) - 1;
  }

  /// A line opens a row where its first column and another one have text; the head is one row.
  bool opens_row(const TextLine& line) const {
    return line.pieces.size() >= 2 && column_of(line.pieces.front().x0) == 0;
  }

  void find_rows() {
    grid_.ys.push_back(rules_.front().at);
    for (std::size_t rule = 1; rule < rules_.size(); ++rule) {
      const TextLine* before = nullptr;
      for (const TextLine& line : lines_) {
        if (line.base < rules_[rule - 1].at || line.base > rules_[rule].at) continue;
        if (before && rule > 1 && opens_row(line))
          grid_.ys.push_back((before->base + line.base - 0.8F * line.size) / 2);
        before = &line;
      }
      grid_.ys.push_back(rules_[rule].at);
    }
  }

  std::size_t row_of(const TextLine& line) const {
    auto after = std::upper_bound(grid_.ys.begin() + 1, grid_.ys.end() - 1, line.base - 0.3F * line.size);
    return static_cast<std::size_t>(after - grid_.ys.begin()) - 1;
  }

  bool is_filled() const {
    std::vector<int> filled(static_cast<std::size_t>(grid_.rows()));
    for (const TextLine& line : lines_) {
      bool several = column_of(line.pieces.front().x0) != column_of(line.pieces.back().x0);
      int& row = filled[row_of(line)];
      row = std::max(row, several ? 2 : 1);
    }
    auto several = std::count(filled.begin(), filled.end(), 2);
    return several >= 2 && several * 100 >= grid_.rows() * kFilledRows;
  }

  /// Squares that one piece of text covers are one cell.
  void write_cells() {
    auto rows = static_cast<std::size_t>(grid_.rows()), columns = static_cast<std::size_t>(grid_.columns());
    std::vector<bool> goes_on(rows * columns);
    for (const TextLine& line : lines_)
      for (const Piece& piece : line.pieces)
        for (std::size_t column = column_of(piece.x0 + 1); column < column_of(piece.x1 - 1); ++column)
          goes_on[row_of(line) * columns + column] = true;
    for (std::size_t row = 0; row < rows; ++row)
      for (std::size_t column = 0; column < columns; ++column) {
        bool first = column == 0 || !goes_on[row * columns + column - 1];
        if (first) {
          grid_.cells.push_back({static_cast<int>(row), static_cast<int>(column)});
        } else {
          ++grid_.cells.back().column_span;
        }
        grid_.owners.push_back(static_cast<int>(grid_.cells.size()) - 1);
      }
    grid_.confidence = kConfidence;
  }

  const std::vector<Stroke>& rules_;
  const std::vector<Mark>& marks_;
  std::vector<TextLine> lines_;
  Grid grid_;
};

bool overlaps(const Grid& grid, const std::vector<Stroke>& rules) {
  return grid.ys.front() < rules.back().at && grid.ys.back() > rules.front().at;
}

}  // namespace

std::vector<Grid> read_open_tables(const std::vector<Stroke>& loose, const std::vector<Grid>& ruled,
                                   const std::vector<Mark>& marks) {
  std::vector<std::vector<Stroke>> groups;
  for (const Stroke& stroke : loose) {
    if (stroke.to - stroke.from < kLeastWidth) continue;
    auto alike = std::find_if(groups.begin(), groups.end(), [&](const std::vector<Stroke>& group) {
      return std::fabs(group.front().from - stroke.from) <= kTouch &&
             std::fabs(group.front().to - stroke.to) <= kTouch;
    });
    if (alike == groups.end()) alike = groups.insert(groups.end(), std::vector<Stroke>{});
    alike->push_back(stroke);
  }
  std::vector<Grid> out;
  for (const std::vector<Stroke>& rules : groups) {
    if (rules.size() < kLeastRules) continue;
    if (std::any_of(ruled.begin(), ruled.end(), [&](const Grid& grid) { return overlaps(grid, rules); }))
      continue;
    if (auto grid = OpenTable(rules, marks).read()) out.push_back(std::move(*grid));
  }
  return out;
}

}  // namespace ziping
