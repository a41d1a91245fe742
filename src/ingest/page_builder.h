#pragma once

#include "ingest/glyph_collector.h"
#include "ingest/matrix.h"
#include "ingest/page.h"
#include "ingest/rule_collector.h"

namespace ziping {

/// Gathers the glyphs, rules and image boxes of one page, whoever reads its content.
class PageBuilder {
 public:
  /// Corners of a clip on the page.
  struct Clip {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  };

  void begin_page(int number, float width, float height);
  /// The page; `counts` receives what was left out of it.
  Page take_page(GlyphCounts& counts);
  bool full() const { return glyphs_.full(); }

  GlyphCollector& glyphs() { return glyphs_; }
  void add_stroke(const PagePath& path, double line_width, const Clip& clip);
  void add_fill(const PagePath& path, const Clip& clip);
  /// An image fills the unit square of its matrix.
  void add_image(const Matrix& matrix, const Clip& clip);

 private:
  Box on_page(const Clip& clip) const;

  Page page_;
  GlyphCollector glyphs_;
  RuleCollector rules_;
};

}  // namespace ziping
