#pragma once

#include "ingest/poppler_glue.h"

#include <cstddef>

namespace ziping::content {

/// What a picture's dictionary says of it, with the short names of inline images too. Nothing is unpacked.
struct ImageHeader {
  bool sound = false;  ///< Poppler would draw it
  bool mask = false;   ///< a stencil, painted with the fill colour
  int width = 0, height = 0;
  int bits = 0;  ///< of a sample; 0 where only the data of a JPEG 2000 picture says it
};

ImageHeader read_image_header(const Dict& dict);

/// How many bytes an unpacked picture has. Throws GaveUp where that is no size for a picture.
std::size_t image_bytes(const ImageHeader& header, int components);

}  // namespace ziping::content
