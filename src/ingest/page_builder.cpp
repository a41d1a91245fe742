#include "ingest/page_builder.h"

#include <algorithm>
#include <utility>

namespace ziping {
namespace {

constexpr std::size_t kMaxImages = 20'000;

}  // namespace

void PageBuilder::begin_page(int number, float width, float height) {
  page_ = Page();
  page_.number = number;
  page_.width = width;
  page_.height = height;
  glyphs_.begin_page(width, height);
  rules_.take();
}

Page PageBuilder::take_page(GlyphCounts& counts) {
  page_.glyphs = glyphs_.finish(counts);
  page_.rules = rules_.take();
  return std::move(page_);
}

void PageBuilder::add_stroke(const PagePath& path, double line_width, const Clip& clip) {
  rules_.add_stroke(path, static_cast<float>(line_width), on_page(clip));
}

void PageBuilder::add_fill(const PagePath& path, const Clip& clip) {
  rules_.add_fill(path, on_page(clip));
}

void PageBuilder::add_image(const Matrix& m, const Clip& clip) {
  if (page_.images.size() >= kMaxImages) return;
  const auto [x0, x1] = std::minmax({m.e, m.e + m.a, m.e + m.c, m.e + m.a + m.c});
  const auto [y0, y1] = std::minmax({m.f, m.f + m.b, m.f + m.d, m.f + m.b + m.d});
  const Box seen = on_page(clip);
  const Box box{std::max(seen.x0, static_cast<float>(x0)), std::max(seen.y0, static_cast<float>(y0)),
                std::min(seen.x1, static_cast<float>(x1)), std::min(seen.y1, static_cast<float>(y1))};
  if (box.x0 < box.x1 && box.y0 < box.y1) page_.images.push_back({box});
}

Box PageBuilder::on_page(const Clip& clip) const {
  return {std::max(0.0F, static_cast<float>(clip.x0)), std::max(0.0F, static_cast<float>(clip.y0)),
          std::min(page_.width, static_cast<float>(clip.x1)),
          std::min(page_.height, static_cast<float>(clip.y1))};
}

}  // namespace ziping
