#pragma once

#include "ingest/page_device.h"
#include "ingest/poppler_glue.h"

#include <map>
#include <memory>
#include <string>

namespace ziping {

/// Draws the pages of a document on a device, one content stream after the other, and keeps the fonts.
/// Poppler's own way builds every font of a page anew, which is most of the work, and loads the annotations
/// and with them the whole form tree. Here pages of the same shape share one interpreter: at the bottom of
/// its stack of resources lie the fonts seen so far, on top those of the page without its fonts.
class PageDrawer {
 public:
  PageDrawer(PDFDoc& pdf, PageDevice& device) : pdf_(pdf), device_(device) {}

  /// Runs `contents`, the content streams of page `number`.
  void draw(::Page& page, int number, Object& contents);

 private:
  /// What the interpreter is made for.
  struct Shape {
    PDFRectangle box;
    int rotate = 0;
    bool operator==(const Shape& other) const;
  };

  void open(const Shape& shape, int number);
  bool conflicts(const Dict& fonts) const;
  void keep_fonts(const Dict& fonts);

  PDFDoc& pdf_;
  PageDevice& device_;
  Shape shape_;
  std::unique_ptr<Gfx> gfx_;
  std::map<std::string, Ref> fonts_;  // by the names under which `gfx_` knows them
};

}  // namespace ziping
