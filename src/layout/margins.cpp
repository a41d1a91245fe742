#include "layout/margins.h"

#include "layout/marks.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ziping {
namespace {

/// Long lines that tell where the edges are; with fewer, the right edge is at the usual place.
constexpr std::size_t kFewLines = 4;
constexpr int kFewOpenings = 2;       ///< paragraphs that tell how a document sets them
constexpr float kUsualRight = 0.85F;  ///< of the page's width

/// The value below which `share` of the values lie; 0 where there are none.
float quantile(std::vector<float> values, float share) {
  if (values.empty()) return 0;
  auto at = static_cast<std::size_t>(share * static_cast<float>(values.size() - 1));
  auto place = values.begin() + static_cast<std::ptrdiff_t>(at);
  std::nth_element(values.begin(), place, values.end());
  return *place;
}

bool is_body(const Line& line, const LineShape& shape) {
  return line.role == LineRole::body && !shape.turned && shape.x1 > shape.x0;
}

bool same_place(const Line& a, const LineShape& one, const Line& b, const LineShape& two) {
  return a.page == b.page && one.column == two.column && is_body(a, one) && is_body(b, two) &&
         two.base > one.base;
}

}  // namespace

Margins::Key Margins::key_of(const LineShape& line) {
  return {static_cast<int>(std::lround(line.page_width / 10)), line.column};
}

const Margins::Area& Margins::area(const LineShape& line) const {
  auto found = areas_.find(key_of(line));
  return found == areas_.end() ? none_ : found->second;
}

Margins::Margins(const PlacedText& placed, const std::vector<LineShape>& shapes) {
  measure_areas(placed, shapes);
  measure_style(placed, shapes);
}

void Margins::measure_areas(const PlacedText& placed, const std::vector<LineShape>& shapes) {
  struct Samples {
    std::vector<float> lefts, rights, pitches;
  };
  std::map<Key, Samples> samples;
  std::vector<float> sizes;
  for (std::size_t at = 0; at < shapes.size(); ++at) {
    const LineShape& shape = shapes[at];
    if (!is_body(placed.lines[at], shape)) continue;
    Samples& here = samples[key_of(shape)];
    if (shape.x1 - shape.x0 > 10 * shape.size) {
      here.lefts.push_back(shape.x0);
      here.rights.push_back(shape.x1);
      sizes.push_back(shape.size);
    }
    if (at > 0 && same_place(placed.lines[at - 1], shapes[at - 1], placed.lines[at], shape))
      here.pitches.push_back(shape.base - shapes[at - 1].base);
  }
  size_ = quantile(std::move(sizes), 0.5F);
  for (auto& [key, here] : samples) {
    Area& area = areas_[key];
    area = {quantile(here.lefts, 0.1F), quantile(here.rights, 0.9F), quantile(here.pitches, 0.4F)};
    if (here.rights.size() >= kFewLines) continue;
    area.left = here.lefts.empty() ? 0 : *std::min_element(here.lefts.begin(), here.lefts.end());
    auto rightmost = std::max_element(here.rights.begin(), here.rights.end());
    float margin = static_cast<float>(key.first) * 10 * kUsualRight;
    area.right = rightmost == here.rights.end() ? margin : std::max(*rightmost, margin);
  }
}

/// Looks at the lines that open a paragraph for certain: after a short line that ends a sentence, and
/// after a heading (whose own spacing tells nothing; nor does a heading's indent).
void Margins::measure_style(const PlacedText& placed, const std::vector<LineShape>& shapes) {
  int openings = 0, indented = 0, ends = 0, spaced = 0;
  auto words = [&](std::size_t at) {
    const Line& line = placed.lines[at];
    return squeezed(std::u32string_view(placed.chars).substr(line.begin, line.end - line.begin));
  };
  for (std::size_t at = 1; at < shapes.size(); ++at) {
    const LineShape& one = shapes[at - 1];
    const LineShape& two = shapes[at];
    if (!same_place(placed.lines[at - 1], one, placed.lines[at], two)) continue;
    bool short_line = one.x1<right(one) - 4 * one.size, long_next = two.x1 - two.x0> 10 * two.size;
    if (!short_line || !long_next) continue;
    std::u32string before = words(at - 1);
    bool ended = ends_sentence(before);
    ends += ended;
    spaced += ended && two.base - one.base > 1.25F * pitch(two);
    if ((!ended && !is_bare_heading(before)) || begins_with_mark(words(at))) continue;
    ++openings;
    indented += two.x0 > left(two) + 1.2F * two.size;
  }
  indents_ = openings >= kFewOpenings && indented * 10 >= openings * 7;
  spaces_ = ends >= kFewOpenings && spaced * 10 >= ends * 7;
}

}  // namespace ziping
