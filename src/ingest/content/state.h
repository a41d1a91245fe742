#pragma once

#include "ingest/content/font_cache.h"
#include "ingest/matrix.h"
#include "ingest/page_builder.h"

#include <vector>

namespace ziping::content {

/// What is filled or stroked with, as far as it matters: whether it is seen on paper.
struct Paint {
  const GfxColorSpace* space = nullptr;
  bool near_white = false;
  double opacity = 1;

  bool is_pattern() const { return space->getMode() == csPattern; }
  bool is_unseen() const { return opacity < 0.05 || (near_white && !is_pattern()); }
};

struct TextState {
  const Font* font = nullptr;
  double size = 0;
  Matrix matrix;
  double char_space = 0, word_space = 0, leading = 0, rise = 0;
  double horizontal = 1;  ///< horizontal scaling as a factor
  int render = 0;
};

/// What operators q and Q save and restore.
struct GraphicsState {
  Matrix matrix;
  PageBuilder::Clip clip;
  Paint fill, stroke;
  double line_width = 1;
  TextState text;
};

/// The current point, which text and paths share, and the beginning of the text line. Not part of what q
/// saves.
struct Pen {
  Vector at, line;
};

}  // namespace ziping::content
