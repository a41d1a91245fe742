#pragma once

#include "ingest/glyph_collector.h"
#include "ingest/reader.h"

#include <vector>

namespace ziping {

/// Judges a PDF's text layer over all its pages: where the characters come from, what was left out, and
/// which pages cannot be trusted.
class TextLayerJudge {
 public:
  /// Takes note of a page; a page of unknown characters gives a notice at once.
  void see(const Page& page, const GlyphCounts& counts, std::vector<Notice>& notices);
  /// Sets `text_source` and adds the notices about the whole document.
  void conclude(SourceDocument& document) const;

 private:
  GlyphCounts total_;
  std::size_t images_ = 0;
  std::vector<int> picture_pages_;  // pages with images and no glyph
};

}  // namespace ziping
