#pragma once

#include "ingest/page.h"

#include <cstddef>
#include <vector>

namespace ziping {

/// One piece of a path on the page, without curves.
struct Subpath {
  std::size_t begin = 0, end = 0;  ///< its points in the path's list
};

/// A path in page coordinates; closed subpaths end with their first point.
struct PagePath {
  struct Point {
    float x, y;
  };
  std::vector<Point> points;
  std::vector<Subpath> subpaths;

  void clear() {
    points.clear();
    subpaths.clear();
  }
};

/// Finds the axis-parallel lines among painted paths: segments of strokes, and fills that are at most 3 pt
/// thin (table borders of browsers), also as the narrow frame between two rectangles.
class RuleCollector {
 public:
  static constexpr std::size_t kMaxRules = 200'000;  ///< a page with more is a drawing

  void add_stroke(const PagePath& path, float line_width, const Box& clip);
  void add_fill(const PagePath& path, const Box& clip);
  std::vector<Rule> take();

 private:
  void add(Rule rule, const Box& clip);
  bool add_frame(const PagePath& path, const Box& clip);

  std::vector<Rule> rules_;
};

}  // namespace ziping
