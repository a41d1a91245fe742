#include "layout/turn.h"

#include <algorithm>

namespace ziping {
namespace {

Box box_between(Point a, Point b) {
  return {std::min(a.x, b.x), std::min(a.y, b.y), std::max(a.x, b.x), std::max(a.y, b.y)};
}

}  // namespace

Point Turn::operator()(Point on_page) const {
  auto [x, y] = on_page;
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

Box Turn::operator()(const Box& on_page) const {
  return box_between((*this)(Point{on_page.x0, on_page.y0}), (*this)(Point{on_page.x1, on_page.y1}));
}

Box Turn::back(const Box& turned) const {
  Turn inverse(4 - quarter_, sideways() ? height_ : width_, sideways() ? width_ : height_);
  if (quarter_ == 0) return turned;
  return inverse(turned);
}

}  // namespace ziping
