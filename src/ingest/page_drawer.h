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
  explicit PageDrawer(PDFDoc& pdf) : pdf_(pdf) {}

  /// The page with what its content streams, `contents`, draw.
  Page read(::Page& page, int number, Object& contents, GlyphCounts& counts);
  bool full() const { return device_.full(); }
  /// The page drawn last was left before its end: it draws more than a page of a report could.
  bool tired() const { return checks_ > kMaxChecks || device_.saved_states() > kMaxSavedStates; }

 private:
  /// What the interpreter is made for.
  struct Shape {
    PDFRectangle box;
    int rotate = 0;
    bool operator==(const Shape& other) const;
  };

  // Limits of a page, what it draws with forms included: these may call each other twice each, and so
  // double the work with every one.
  static constexpr int kMaxChecks = 1'000'000;     // Poppler asks every 11 operators whether to go on
  static constexpr int kMaxSavedStates = 100'000;  // a call of a form saves one too

  void draw(::Page& page, int number, Object& contents);
  void open(const Shape& shape, int number);
  bool is_to_stop();
  bool conflicts(const Dict& fonts) const;
  void keep_fonts(const Dict& fonts);

  PDFDoc& pdf_;
  PageDevice device_;
  Shape shape_;
  std::unique_ptr<Gfx> gfx_;
  int checks_ = 0;
  std::map<std::string, Ref> fonts_;  // by the names under which `gfx_` knows them
};

}  // namespace ziping
