#include "layout/layout.h"

#include "layout/page_lines.h"
#include "layout/text_lines.h"

namespace ziping {

PlacedText lay_out(const SourceDocument& source) {
  if (source.text_source == TextSource::text) return lay_out_text(source.text);
  return lay_out_pages(source.pages, source.text_source == TextSource::ocr_layer);
}

}  // namespace ziping
