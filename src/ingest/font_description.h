#pragma once

#include "ingest/glyph_collector.h"
#include "ingest/matrix.h"
#include "ingest/poppler_glue.h"

#include <string>
#include <string_view>
#include <unordered_map>

namespace ziping {

/// What is asked of a font.
struct FontDescription {
  FontTraits traits;
  double ascent = 0, descent = 0;  ///< of one em
  double em = 1;                   ///< Type 3: size of an em in font units of the font size
  bool vertical = false;
  bool code_is_unicode = false;  ///< a Uni* CMap: the code says more than poppler-data's CID table
};

/// Sets the heights of a font's box from those that it states; missing or absurd ones become those of an
/// ordinary Chinese font.
void set_heights(FontDescription& font, double ascent, double descent);
/// The coordinates of a Type 3 font are its own affair: where its box is nowhere near an em, the box is
/// taken for the em. Gives the size of an em.
double em_of_type3(const double* box, const double* matrix);
/// Whether a font's name is that of one which OCR programs hide their text in.
bool is_hidden_font(std::string_view name);

/// Describes the fonts of one document; those whose one-byte codes may be GBK are numbered by their names.
class FontDescriber {
 public:
  FontDescription describe(const GfxFont& font);

 private:
  void describe_name(const GfxFont& font, FontDescription& out);

  std::unordered_map<std::string, std::uint16_t> byte_fonts_;
};

/// A font at its size on the page.
struct FontSetting {
  Matrix text, page;
  double size = 0, horizontal = 1;  ///< font size, and horizontal scaling as a factor
};

/// Sets what all glyphs of a font at one setting have in common: heights, size and angle.
void set_style(ShownGlyph& shown, const FontDescription& font, const FontSetting& setting);

}  // namespace ziping
