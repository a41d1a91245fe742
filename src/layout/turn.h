#pragma once

#include "ingest/page.h"

namespace ziping {

struct Point {
  float x = 0, y = 0;
};

/// Turns a page so that writing of `quarter` (0, 1, 2, 3: how often its direction is turned by 90 degrees
/// counter-clockwise) runs from left to right.
class Turn {
 public:
  Turn() = default;
  /// Width and height of the page as it is displayed.
  Turn(int quarter, float width, float height) : quarter_(quarter), width_(width), height_(height) {}

  Point operator()(Point on_page) const;
  Box operator()(const Box& on_page) const;
  /// Where a turned box stands on the page as it is displayed.
  Box back(const Box& turned) const;
  bool sideways() const { return quarter_ % 2 == 1; }

 private:
  int quarter_ = 0;
  float width_ = 0, height_ = 0;
};

}  // namespace ziping
