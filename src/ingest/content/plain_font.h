#pragma once

#include "ingest/content/file_objects.h"
#include "ingest/content/to_unicode.h"
#include "ingest/font_description.h"

#include <array>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace ziping::content {

/// What a font says of one character of a string. Widths and origins are of a font of size 1.
struct FontCharacter {
  int bytes = 1;
  std::uint32_t code = 0;
  const std::uint32_t* chars = nullptr;
  int count = 0;
  double dx = 0, dy = 0, origin_x = 0, origin_y = 0;
};

/// A font that tells everything that matters in plain entries of its dictionary: its ToUnicode map, its
/// widths, and one-byte codes or those of Identity-H. Most fonts of today's programs do.
class PlainFont {
 public:
  /// Null where the font is not plain: then Poppler must make it.
  static std::unique_ptr<PlainFont> read(const FileObjects& file, Ref ref);

  const FontDescription& description() const { return description_; }
  /// The first character of a string; false for a one-byte code that the map does not name, whose character
  /// Poppler finds by the name of its glyph.
  bool first(std::string_view string, FontCharacter& out) const;

 private:
  /// Widths of the characters numbered `first` to `last`.
  struct Widths {
    std::uint32_t first, last;
    double width;
  };
  class Reader;

  double width_of(std::uint32_t character) const;

  FontDescription description_;
  ToUnicode characters_;
  bool two_bytes_ = false;
  std::array<double, 256> one_byte_widths_{};
  std::vector<Widths> widths_;  ///< of two-byte fonts, by `first`
  double default_width_ = 1;
};

}  // namespace ziping::content
