#pragma once

#include "ingest/matrix.h"
#include "ingest/page_builder.h"
#include "ingest/rule_collector.h"

#include <vector>

namespace ziping::content {

/// The path under construction, in the user space of each point's own time.
class Path {
 public:
  void clear();
  /// Whether there is a point to go on from.
  bool has_point() const { return !subpaths_.empty() || moved_; }
  /// Whether there is a segment.
  bool has_segment() const { return !subpaths_.empty(); }
  bool has_curve() const { return has_curve_; }

  void move_to(double x, double y);
  void line_to(double x, double y);
  void curve_to(double x1, double y1, double x2, double y2, double x3, double y3);
  /// Goes back to where the subpath began; gives that point.
  Vector close();

  /// The path on the page; not for one with curves.
  void put_on_page(const Matrix& matrix, PagePath& out) const;
  /// Narrows a clip to the path's bounds on the page.
  void narrow(const Matrix& matrix, PageBuilder::Clip& clip) const;

 private:
  struct Piece {
    std::size_t begin = 0;
    bool closed = false;
  };

  void begin_subpath();
  std::size_t end_of(std::size_t subpath) const;

  std::vector<Vector> points_;
  std::vector<Piece> subpaths_;
  Vector first_;  // of the subpath that is about to begin
  bool moved_ = false, has_curve_ = false;
};

}  // namespace ziping::content
