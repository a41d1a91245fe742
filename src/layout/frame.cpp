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
  return angle == 0 ? 0 : (static_cast<int>(std::lround(angle / 90)) % 4 + 4) % 4;
}

/// Degrees off the nearest quarter.
float tilt_of(float angle) {
  return angle == 0 ? 0 : angle - 90 * std::round(angle / 90);
}

Mark mark_of(const Glyph& glyph, std::uint32_t index, const Turn& turn) {
  Box box = turn(glyph.box);
  Mark mark;
  mark.ch = glyph.ch;
  mark.x0 = box.x0;
  mark.x1 = box.x1;
  mark.y0 = box.y0;
  mark.y1 = box.y1;
  mark.base = turn(Point{glyph.baseline_x, glyph.baseline_y}).y;
  mark.size = glyph.size > 0 ? glyph.size : mark.y1 - mark.y0;
  mark.glyph = index;
  return mark;
}

/// Middle tilt of the frame's glyphs, as a slope: points up for each point along the line.
float slope_of(const Page& page, const Frame& frame) {
  std::vector<float> tilts;
  for (const Mark& mark : frame.marks) {
    float tilt = tilt_of(page.glyphs[mark.glyph].angle);
    if (std::fabs(tilt) <= kMostTilt) tilts.push_back(tilt);
  }
  if (tilts.empty()) return 0;
  auto middle = tilts.begin() + static_cast<std::ptrdiff_t>(tilts.size() / 2);
  std::nth_element(tilts.begin(), middle, tilts.end());
  return std::tan(*middle * 3.14159265F / 180);
}

void level(const Page& page, Frame& frame) {
  bool tilted = std::any_of(frame.marks.begin(), frame.marks.end(),
                            [&](const Mark& mark) { return tilt_of(page.glyphs[mark.glyph].angle) != 0; });
  if (!tilted) return;
  float slope = slope_of(page, frame);
  for (Mark& mark : frame.marks) mark.base += slope * mark.x0;
}

void turn_rules(const Page& page, Frame& frame) {
  const Turn& turn = frame.turn;
  for (const Rule& rule : page.rules) {
    Box box = turn(Box{rule.x0, rule.y0, rule.x1, rule.y1});
    frame.rules.push_back({box.x0, box.y0, box.x1, box.y1, rule.thickness});
  }
}

}  // namespace

std::vector<Frame> frames_of(const Page& page) {
  std::array<Frame, 4> quarters;
  for (std::uint32_t at = 0; at < page.glyphs.size(); ++at) {
    int quarter = quarter_of(page.glyphs[at].angle);
    std::vector<Mark>& marks = quarters[static_cast<std::size_t>(quarter)].marks;
    if (marks.empty()) marks.reserve(page.glyphs.size() - at);
    marks.push_back(mark_of(page.glyphs[at], at, Turn(quarter, page.width, page.height)));
  }
  std::vector<Frame> frames;
  std::size_t main = 0;
  for (std::size_t quarter = 0; quarter < 4; ++quarter)
    if (quarters[quarter].marks.size() > quarters[main].marks.size()) main = quarter;
  for (std::size_t step = 0; step < 4; ++step) {
    std::size_t quarter = (main + step) % 4;
    Frame& frame = quarters[quarter];
    if (frame.marks.empty()) continue;
    frame.turn = Turn(static_cast<int>(quarter), page.width, page.height);
    frame.width = frame.turn.sideways() ? page.height : page.width;
    frame.height = frame.turn.sideways() ? page.width : page.height;
    if (step == 0) turn_rules(page, frame);
    level(page, frame);
    frames.push_back(std::move(frame));
  }
  return frames;
}

}  // namespace ziping
