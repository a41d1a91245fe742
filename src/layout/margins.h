#pragma once

#include "layout/line_shape.h"
#include "layout/placed_text.h"

#include <map>
#include <utility>
#include <vector>

namespace ziping {

/// How a document sets its paragraphs: edges, line pitch, type size, indents. Measured on its body
/// lines, for each page width and column.
class Margins {
 public:
  Margins(const PlacedText& placed, const std::vector<LineShape>& shapes);

  float left(const LineShape& line) const { return area(line).left; }
  float right(const LineShape& line) const { return area(line).right; }
  /// Usual distance of baselines.
  float pitch(const LineShape& line) const { return area(line).pitch; }
  /// Type size of most lines.
  float size() const { return size_; }
  /// Paragraphs begin with an indent.
  bool indents() const { return indents_; }
  /// Paragraphs stand farther apart than their lines.
  bool spaces() const { return spaces_; }

 private:
  struct Area {
    float left = 0, right = 0, pitch = 0;
  };
  using Key = std::pair<int, int>;  ///< page width in points, column
  static Key key_of(const LineShape& line);
  const Area& area(const LineShape& line) const;
  void measure_areas(const PlacedText& placed, const std::vector<LineShape>& shapes);
  void measure_style(const PlacedText& placed, const std::vector<LineShape>& shapes);

  std::map<Key, Area> areas_;
  Area none_;
  float size_ = 0;
  bool indents_ = false, spaces_ = false;
};

}  // namespace ziping
