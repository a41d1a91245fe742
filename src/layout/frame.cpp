#include "layout/frame.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ziping {
namespace {

/// Degrees that a line of an OCR layer may tilt.
constexpr float kMostTilt = 12;

/// 0, 1, 2, 3: how often the writing direction is turned by 90 degrees counter-clockwise.
int quarter_of(float angle) {
  return (static_cast<int>(std::lround(angle / 90)) % 4 + 4) % 4;
}

struct Point {
  float x = 0, y = 0;
};

/// Turns a page so that writing of `quarter` runs from left to right.
class Turn {
 public:
  Turn(int quarter, float width, float height) : quarter_(quarter), width_(width), height_(height) {}

  Point operator()(float x, float y) const {
    switch (quarter_) {
      case 1:
        return {height_ - y, x};
      case 2:
        return {width_ - x, height_ - y};
      case 3:
        return {y, width_ - x};
      default:
        return {x, y};
    }
  }
  bool sideways() const { return quarter_ % 2 == 1; }

 private:
  int quarter_;
  float width_, height_;
};

Mark mark_of(const Glyph& glyph, std::uint32_t index, const Turn& turn) {
  Point a = turn(glyph.box.x0, glyph.box.y0), b = turn(glyph.box.x1, glyph.box.y1);
  Mark mark;
  mark.ch = glyph.ch;
  mark.x0 = std::min(a.x, b.x);
  mark.x1 = std::max(a.x, b.x);
  mark.y0 = std::min(a.y, b.y);
  mark.y1 = std::max(a.y, b.y);
  mark.base = turn(glyph.baseline_x, glyph.baseline_y).y;
  mark.size = glyph.size > 0 ? glyph.size : mark.y1 - mark.y0;
  mark.glyph = index;
  return mark;
}

/// Middle tilt of the frame's glyphs, as a slope: points up for each point along the line.
float slope_of(const Page& page, const Frame& frame) {
  std::vector<float> tilts;
  for (const Mark& mark : frame.marks) {
    float angle = page.glyphs[mark.glyph].angle;
    float tilt = angle - 90 * std::round(angle / 90);
    if (std::fabs(tilt) <= kMostTilt) tilts.push_back(tilt);
  }
  if (tilts.empty()) return 0;
  auto middle = tilts.begin() + static_cast<std::ptrdiff_t>(tilts.size() / 2);
  std::nth_element(tilts.begin(), middle, tilts.end());
  return std::tan(*middle * 3.14159265F / 180);
}

void level(const Page& page, Frame& frame) {
  bool tilted = std::any_of(frame.marks.begin(), frame.marks.end(), [&](const Mark& mark) {
    float angle = page.glyphs[mark.glyph].angle;
    return angle != 90 * std::round(angle / 90);
  });
  if (!tilted) return;
  float slope = slope_of(page, frame);
  for (Mark& mark : frame.marks) mark.base += slope * mark.x0;
}

void turn_rules(const Page& page, const Turn& turn, Frame& frame) {
  for (const Rule& rule : page.rules) {
    Point a = turn(rule.x0, rule.y0), b = turn(rule.x1, rule.y1);
    frame.rules.push_back(
        {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y), rule.thickness});
  }
}

}  // namespace

std::vector<Frame> frames_of(const Page& page) {
  std::array<Frame, 4> quarters;
  for (std::uint32_t at = 0; at < page.glyphs.size(); ++at) {
    int quarter = quarter_of(page.glyphs[at].angle);
    quarters[static_cast<std::size_t>(quarter)].marks.push_back(
        mark_of(page.glyphs[at], at, Turn(quarter, page.width, page.height)));
  }
  std::vector<Frame> frames;
  std::size_t main = 0;
  for (std::size_t quarter = 0; quarter < 4; ++quarter)
    if (quarters[quarter].marks.size() > quarters[main].marks.size()) main = quarter;
  for (std::size_t step = 0; step < 4; ++step) {
    std::size_t quarter = (main + step) % 4;
    Frame& frame = quarters[quarter];
    if (frame.marks.empty()) continue;
    Turn turn(static_cast<int>(quarter), page.width, page.height);
    frame.width = turn.sideways() ? page.height : page.width;
    frame.height = turn.sideways() ? page.width : page.height;
    if (step == 0) turn_rules(page, turn, frame);
    level(page, frame);
    frames.push_back(std::move(frame));
  }
  return frames;
}

}  // namespace ziping
