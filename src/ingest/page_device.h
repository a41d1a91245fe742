#pragma once

#include "ingest/font_description.h"
#include "ingest/page_builder.h"
#include "ingest/poppler_glue.h"

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ziping {

/// What Poppler draws a page on: gathers glyphs, rules and image boxes, paints nothing.
class PageDevice final : public OutputDev {
 public:
  /// The page drawn last. `counts` receives what was left out of it.
  Page take_page(GlyphCounts& counts);
  bool full() const { return builder_.full(); }
  /// How often the page has saved its graphics state.
  int saved_states() const { return saved_states_; }
  /// Starts another page of the same size on the same interpreter.
  void begin_page(int number);
  /// Whether the page left marked content open, which the next page would inherit.
  bool left_open() const { return open_marks_ != 0; }

  bool upsideDown() override { return true; }
  bool useDrawChar() override { return true; }
  bool interpretType3Chars() override { return false; }
  bool needNonText() override { return true; }
  // Shades and patterns are claimed as drawn, so that Poppler does not break them up into small fills.
  bool useTilingPatternFill() override { return true; }
  bool useShadedFills(int) override { return true; }
  bool tilingPatternFill(GfxState*, Gfx*, Catalog*, GfxTilingPattern*, const double*, int, int, int, int,
                         double, double) override {
    return true;
  }
  bool functionShadedFill(GfxState*, GfxFunctionShading*) override { return true; }
  bool axialShadedFill(GfxState*, GfxAxialShading*, double, double) override { return true; }
  bool radialShadedFill(GfxState*, GfxRadialShading*, double, double) override { return true; }
  bool gouraudTriangleShadedFill(GfxState*, GfxGouraudTriangleShading*) override { return true; }
  bool patchMeshShadedFill(GfxState*, GfxPatchMeshShading*) override { return true; }

  void startPage(int number, GfxState* state, XRef* xref) override;
  void saveState(GfxState*) override { ++saved_states_; }
  void restoreState(GfxState*) override { stale_ = true; }
  void updateCTM(GfxState*, double, double, double, double, double, double) override { stale_ = true; }
  void updateFont(GfxState*) override { stale_ = true; }
  void updateTextMat(GfxState*) override { stale_ = true; }
  void updateHorizScaling(GfxState*) override { stale_ = true; }

  void beginString(GfxState*, const GooString* string) override { string_ = poppler::bytes_of(string); }
  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                CharCode code, int bytes, const Unicode* chars, int count) override;
  void beginMarkedContent(const char*, Dict*) override { ++open_marks_; }
  void endMarkedContent(GfxState*) override { --open_marks_; }
  void beginActualText(GfxState*, const GooString* text) override;
  void endActualText(GfxState*) override { builder_.glyphs().end_actual_text(); }

  void stroke(GfxState* state) override;
  void fill(GfxState* state) override { add_fill(state); }
  void eoFill(GfxState* state) override { add_fill(state); }

  void drawImageMask(GfxState* state, Object* ref, Stream* data, int width, int height, bool invert,
                     bool interpolate, bool inline_image) override;
  void drawImage(GfxState* state, Object* ref, Stream* data, int width, int height, GfxImageColorMap* colors,
                 bool interpolate, const int* mask, bool inline_image) override;
  void drawMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int,
                       int, bool, bool) override {
    add_image(state);
  }
  void drawSoftMaskedImage(GfxState* state, Object*, Stream*, int, int, GfxImageColorMap*, bool, Stream*, int,
                           int, GfxImageColorMap*, bool) override {
    add_image(state);
  }

  // A soft mask's own text and lines are not on the page.
  void beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool for_mask) override;
  void endTransparencyGroup(GfxState*) override;

 private:
  /// A font met on the page.
  struct Font {
    std::shared_ptr<GfxFont> font;  // kept, so that its address is not used again on this page
    FontDescription description;
  };

  void refresh(const GfxState& state);
  std::uint32_t next_code(int bytes);
  const FontDescription& describe(const std::shared_ptr<GfxFont>& font);
  void add_fill(GfxState* state);
  void add_image(GfxState* state);
  bool read_path(const GfxState& state);
  bool masked() const { return mask_depth_ > 0; }

  float width_ = 0, height_ = 0;
  PageBuilder builder_;
  PagePath path_;
  std::unordered_map<const GfxFont*, Font> fonts_;
  FontDescriber describer_;

  bool stale_ = true;  // font_ and shown_ must be worked out anew
  const FontDescription* font_ = nullptr;
  ShownGlyph shown_;
  std::string_view string_;   // what is left of the string being shown
  std::vector<bool> groups_;  // open transparency groups; true for those of soft masks
  int mask_depth_ = 0;
  int open_marks_ = 0;
  int saved_states_ = 0;
};

}  // namespace ziping
