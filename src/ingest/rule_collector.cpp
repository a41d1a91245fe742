#include "ingest/rule_collector.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ziping {
namespace {

constexpr float kMaxThickness = 3;    // points; a thicker fill is a shade, not a line
constexpr float kMaxSlope = 0.0175F;  // one degree

Box bounds(const PagePath& path, const Subpath& subpath) {
  Box box{1e9F, 1e9F, -1e9F, -1e9F};
  for (std::size_t i = subpath.begin; i < subpath.end; ++i) {
    const auto& point = path.points[i];
    box.x0 = std::min(box.x0, point.x);
    box.y0 = std::min(box.y0, point.y);
    box.x1 = std::max(box.x1, point.x);
    box.y1 = std::max(box.y1, point.y);
  }
  return box;
}

/// The centre line of a thin box.
Rule centre_line(const Box& box) {
  if (box.width() >= box.height()) return {box.x0, box.center_y(), box.x1, box.center_y(), box.height()};
  return {box.center_x(), box.y0, box.center_x(), box.y1, box.width()};
}

bool is_rectangle(const PagePath& path, const Subpath& subpath) {
  if (subpath.end - subpath.begin < 4 || subpath.end - subpath.begin > 5) return false;
  const Box box = bounds(path, subpath);
  constexpr float kNear = 0.1F;
  for (std::size_t i = subpath.begin; i < subpath.end; ++i) {
    const auto& point = path.points[i];
    const bool on_x = std::abs(point.x - box.x0) < kNear || std::abs(point.x - box.x1) < kNear;
    const bool on_y = std::abs(point.y - box.y0) < kNear || std::abs(point.y - box.y1) < kNear;
    if (!on_x || !on_y) return false;
  }
  return true;
}

}  // namespace

void RuleCollector::add_stroke(const PagePath& path, float line_width, const Box& clip) {
  for (const Subpath& subpath : path.subpaths) {
    for (std::size_t i = subpath.begin + 1; i < subpath.end; ++i) {
      const auto& a = path.points[i - 1];
      const auto& b = path.points[i];
      const float wide = std::abs(a.x - b.x);
      const float high = std::abs(a.y - b.y);
      if (std::min(wide, high) > kMaxSlope * std::max(wide, high)) continue;
      const float x = (a.x + b.x) / 2;
      const float y = (a.y + b.y) / 2;
      if (wide >= high)
        add({std::min(a.x, b.x), y, std::max(a.x, b.x), y, line_width}, clip);
      else
        add({x, std::min(a.y, b.y), x, std::max(a.y, b.y), line_width}, clip);
    }
  }
}

void RuleCollector::add_fill(const PagePath& path, const Box& clip) {
  if (add_frame(path, clip)) return;
  for (const Subpath& subpath : path.subpaths) {
    if (subpath.end - subpath.begin < 3) continue;
    const Box box = bounds(path, subpath);
    if (std::min(box.width(), box.height()) <= kMaxThickness) add(centre_line(box), clip);
  }
}

/// A border filled as the area between two rectangles.
bool RuleCollector::add_frame(const PagePath& path, const Box& clip) {
  if (path.subpaths.size() != 2) return false;
  if (!is_rectangle(path, path.subpaths[0]) || !is_rectangle(path, path.subpaths[1])) return false;
  Box outer = bounds(path, path.subpaths[0]);
  Box inner = bounds(path, path.subpaths[1]);
  if (outer.width() < inner.width()) std::swap(outer, inner);
  const Box sides[] = {{outer.x0, outer.y0, outer.x1, inner.y0},
                       {outer.x0, inner.y1, outer.x1, outer.y1},
                       {outer.x0, outer.y0, inner.x0, outer.y1},
                       {inner.x1, outer.y0, outer.x1, outer.y1}};
  for (const Box& side : sides) {
    const float thickness = std::min(side.width(), side.height());
    if (thickness < 0 || thickness > kMaxThickness) return false;
  }
  if (std::min(inner.width(), inner.height()) <= kMaxThickness) return false;
  for (const Box& side : sides)
    if (std::min(side.width(), side.height()) > 0) add(centre_line(side), clip);
  return true;
}

void RuleCollector::add(Rule rule, const Box& clip) {
  if (rules_.size() >= kMaxRules) return;
  const float half = rule.thickness / 2;
  const bool level = rule.y0 == rule.y1;
  const bool inside = level ? rule.y0 + half >= clip.y0 && rule.y0 - half <= clip.y1
                            : rule.x0 + half >= clip.x0 && rule.x0 - half <= clip.x1;
  if (!inside) return;
  if (level) {
    rule.x0 = std::max(rule.x0, clip.x0);
    rule.x1 = std::min(rule.x1, clip.x1);
  } else {
    rule.y0 = std::max(rule.y0, clip.y0);
    rule.y1 = std::min(rule.y1, clip.y1);
  }
  if (rule.x1 - rule.x0 + rule.y1 - rule.y0 > 0) rules_.push_back(rule);
}

std::vector<Rule> RuleCollector::take() {
  return std::exchange(rules_, {});
}

}  // namespace ziping
