#pragma once

#include "ingest/matrix.h"
#include "ingest/page.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ziping {

/// How a font may have to be repaired; `font` 0 means that its characters can be trusted.
struct FontTraits {
  std::uint16_t font = 0;    ///< number of a font whose one-byte codes may be GBK bytes; 0 for none
  bool gbk_name = false;     ///< its name is written in GBK bytes: codes are GBK without further proof
  bool no_unicode = false;   ///< the Unicode values are glyph numbers, not characters
  bool hidden_font = false;  ///< a font of OCR layers, which draws nothing
};

/// A glyph as the content stream shows it.
struct ShownGlyph {
  Vector origin;           ///< where its baseline begins
  Vector advance;          ///< from there to the next glyph, without character spacing
  Vector ascent, descent;  ///< from the baseline to the top and to the bottom of the box
  float size = 0, angle = 0;
  bool invisible = false;
  std::uint8_t code = 0;  ///< one-byte character code, only used with `FontTraits::font`
};

/// What was left out of a document, or is not to be trusted in it.
struct GlyphCounts {
  std::size_t watermark = 0;   ///< glyphs of watermarks and seals dropped
  std::size_t invisible = 0;   ///< kept glyphs that belong to an OCR layer
  std::size_t visible = 0;     ///< the other kept glyphs
  std::size_t unreliable = 0;  ///< kept glyphs whose character is unknown
};

/// Turns the glyphs of one page into characters: cuts those that stand for several, honours ActualText,
/// decodes GBK bytes shown through one-byte fonts, drops doubled and diagonal ones and the rest of a seal.
class GlyphCollector {
 public:
  static constexpr std::size_t kMaxGlyphs = 2'000'000;  ///< a page with more is not a report

  void begin_page(float width, float height);
  void add(const ShownGlyph& shown, const FontTraits& font, const std::uint32_t* chars, int count);
  /// Marked content with an ActualText: the text replaces the characters shown until the end.
  void begin_actual_text(const std::u32string& text);
  void end_actual_text();
  bool full() const { return glyphs_.size() >= kMaxGlyphs; }

  /// The page's glyphs in content-stream order, repaired; adds to `counts`.
  std::vector<Glyph> finish(GlyphCounts& counts);

 private:
  /// A glyph of a font that may hold GBK bytes, and its byte.
  struct ByteGlyph {
    std::uint32_t glyph;
    std::uint16_t font;
    std::uint8_t code;
    bool gbk_name;
  };

  /// The glyph shown before: those of a seal stand on an arc, most of them diagonal.
  struct Shown {
    bool diagonal = false;
    bool behind_diagonal = false;  ///< upright, next to a diagonal one that was shown before it
    float size = 0, tilt = 0;
    Vector centre;
    std::size_t begin = 0;  ///< glyphs kept before it
  };

  bool is_off_page(const Box& box) const;
  bool belongs_to_seal(const ShownGlyph& shown);
  void add_parts(const Glyph& glyph, bool takes_room, const std::uint32_t* chars, int count);
  void decode_gbk();
  bool is_gbk(std::uint16_t font) const;
  bool makes_pair(std::size_t at) const;

  float width_ = 0, height_ = 0;
  std::vector<Glyph> glyphs_;
  std::vector<ByteGlyph> bytes_;
  Shown last_;
  std::size_t watermark_ = 0;
  std::size_t unreliable_ = 0;  // glyphs of fonts without Unicode
  std::u32string actual_text_;
  std::size_t actual_begin_ = 0;
  int actual_depth_ = 0;
};

}  // namespace ziping
