#pragma once

#include <vector>

namespace ziping {

/// A rectangle in points, origin at the top left corner of the page as it is displayed
/// (after /Rotate, relative to the CropBox).
struct Box {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  float width() const { return x1 - x0; }
  float height() const { return y1 - y0; }
  float center_x() const { return (x0 + x1) / 2; }
  float center_y() const { return (y0 + y1) / 2; }
};

/// One character on a page. A glyph that stands for several characters is cut into equal parts.
struct Glyph {
  char32_t ch = 0;       ///< Unicode as the PDF gives it, not normalised; GBK bytes already decoded;
                         ///< U+FFFD where the font does not say which character it draws
  Box box;               ///< advance width x font ascent/descent
  float baseline_x = 0;  ///< where the glyph's baseline begins
  float baseline_y = 0;
  float size = 0;          ///< font size on the page, points
  float angle = 0;         ///< writing direction in degrees, (-180, 180]: 0 = left to right, 90 = upwards,
                           ///< -90 = downwards (vertical writing too)
  bool invisible = false;  ///< text render mode 3 or 7: an OCR layer
};

/// An axis-parallel line: a stroke, or a filled rectangle with a side of at most 3 pt.
struct Rule {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;  ///< centre line; x0 == x1 or y0 == y1
  float thickness = 0;
};

/// Where an image stands.
struct Image {
  Box box;
};

struct Page {
  int number = 1;  ///< 1-based
  float width = 0, height = 0;
  std::vector<Glyph> glyphs;  ///< in content-stream order
  std::vector<Rule> rules;
  std::vector<Image> images;
};

}  // namespace ziping
