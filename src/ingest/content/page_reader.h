#pragma once

#include "ingest/content/interpreter.h"
#include "ingest/page_builder.h"

#include <string_view>

namespace ziping::content {

/// Reads the pages of a document with our own interpreter.
class PageReader {
 public:
  PageReader(PDFDoc& pdf, std::string_view file) : interpreter_(pdf, file, builder_) {}

  /// The page with what its content streams draw. Throws GaveUp.
  Page read(::Page& page, int number, Object& contents, GlyphCounts& counts) {
    interpreter_.run_page(page, number, contents);
    return builder_.take_page(counts);
  }
  bool full() const { return builder_.full(); }
  bool tired() const { return interpreter_.tired(); }

 private:
  PageBuilder builder_;
  Interpreter interpreter_;
};

}  // namespace ziping::content
