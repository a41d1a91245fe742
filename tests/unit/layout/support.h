#pragma once

#include "base/utf8.h"
#include "ingest/page.h"
#include "layout/placed_text.h"

#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// Lines of a placed text, joined to paragraphs, each without leading and trailing spaces; furniture left
/// out.
inline std::vector<std::string> paragraphs_of(const PlacedText& placed) {
  std::vector<std::string> out;
  bool open = false;
  for (const Line& line : placed.lines) {
    if (line.role == LineRole::furniture) continue;
    std::string text = to_utf8(placed.chars.substr(line.begin, line.end - line.begin));
    while (!text.empty() && text.back() == ' ') text.pop_back();
    if (open) {
      out.back() += text;
    } else {
      out.push_back(text);
    }
    open = line.joins_next;
  }
  return out;
}

inline std::vector<std::string> furniture_of(const PlacedText& placed) {
  std::vector<std::string> out;
  for (const Line& line : placed.lines)
    if (line.role == LineRole::furniture)
      out.push_back(to_utf8(placed.chars.substr(line.begin, line.end - line.begin)));
  return out;
}

/// Draws pages for tests: A4, Han one size wide, everything else half.
class PageDrawer {
 public:
  explicit PageDrawer(int number = 1, float width = 595, float height = 842) {
    page_.number = number;
    page_.width = width;
    page_.height = height;
  }

  /// Writes `text` with its baseline at `y`; returns where it ends. `tilt`: points down for each point along.
  float write(float x, float y, std::string_view text, float size = 15, float tilt = 0) {
    for (char32_t ch : to_utf32(text)) {
      float wide = ch < 0x2000 ? size / 2 : size;
      float base = y + tilt * x;
      page_.glyphs.push_back({ch, {x, base - 0.88F * size, x + wide, base + 0.12F * size}, x, base, size});
      x += wide;
    }
    return x;
  }

  void frame(float x0, float y0, float x1, float y1) {
    rule(x0, y0, x1, y0);
    rule(x0, y1, x1, y1);
    rule(x0, y0, x0, y1);
    rule(x1, y0, x1, y1);
  }
  void rule(float x0, float y0, float x1, float y1) { page_.rules.push_back({x0, y0, x1, y1, 0.5F}); }

  Page& page() { return page_; }

 private:
  Page page_;
};

}  // namespace ziping
