#pragma once

#include "ingest/page_picture.h"

#include <optional>
#include <string>
#include <string_view>

namespace ziping {

/// A page's picture as PNG of 16 greys: text stays sharp at some 60 kB a page. It says how large the page is.
std::string png_of(const PagePicture& picture);

struct PngSize {
  int width = 0, height = 0;  ///< pixels
  double points = 0;          ///< width of the page
};
/// What the head of such a PNG says; none where it is no PNG of png_of().
std::optional<PngSize> png_size(std::string_view png);
/// Bytes of a PNG that png_size() needs.
inline constexpr std::size_t kPngHead = 54;

}  // namespace ziping
