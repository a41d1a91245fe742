#include "ingest/content/path.h"

#include <algorithm>

namespace ziping::content {

void Path::clear() {
  points_.clear();
  subpaths_.clear();
  moved_ = has_curve_ = false;
}

void Path::move_to(double x, double y) {
  moved_ = true;
  first_ = {x, y};
}

/// A segment after a move begins at its point, one after a closed subpath at that one's end.
void Path::begin_subpath() {
  if (!moved_ && !(!subpaths_.empty() && subpaths_.back().closed)) return;
  const Vector start = moved_ ? first_ : points_.back();
  subpaths_.push_back({points_.size(), false});
  points_.push_back(start);
  moved_ = false;
}

void Path::line_to(double x, double y) {
  begin_subpath();
  points_.push_back({x, y});
}

void Path::curve_to(double x1, double y1, double x2, double y2, double x3, double y3) {
  begin_subpath();
  points_.insert(points_.end(), {{x1, y1}, {x2, y2}, {x3, y3}});
  has_curve_ = true;
}

Vector Path::close() {
  if (moved_) begin_subpath();
  const Vector start = points_[subpaths_.back().begin];
  const Vector last = points_.back();
  if (last.x != start.x || last.y != start.y) line_to(start.x, start.y);
  subpaths_.back().closed = true;
  return points_.back();
}

std::size_t Path::end_of(std::size_t subpath) const {
  return subpath + 1 < subpaths_.size() ? subpaths_[subpath + 1].begin : points_.size();
}

void Path::put_on_page(const Matrix& matrix, PagePath& out) const {
  out.clear();
  for (std::size_t i = 0; i < subpaths_.size(); ++i) out.subpaths.push_back({subpaths_[i].begin, end_of(i)});
  for (const Vector& point : points_) {
    const Vector there = matrix.apply(point.x, point.y);
    out.points.push_back({static_cast<float>(there.x), static_cast<float>(there.y)});
  }
}

void Path::narrow(const Matrix& matrix, PageBuilder::Clip& clip) const {
  PageBuilder::Clip bounds;  // the origin where there is no point, as in Poppler
  for (std::size_t i = 0; i < points_.size(); ++i) {
    const Vector there = matrix.apply(points_[i].x, points_[i].y);
    if (i == 0) bounds = {there.x, there.y, there.x, there.y};
    bounds.x0 = std::min(bounds.x0, there.x);
    bounds.y0 = std::min(bounds.y0, there.y);
    bounds.x1 = std::max(bounds.x1, there.x);
    bounds.y1 = std::max(bounds.y1, there.y);
  }
  clip.x0 = std::max(clip.x0, bounds.x0);
  clip.y0 = std::max(clip.y0, bounds.y0);
  clip.x1 = std::min(clip.x1, bounds.x1);
  clip.y1 = std::min(clip.y1, bounds.y1);
}

}  // namespace ziping::content
