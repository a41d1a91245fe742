#pragma once

namespace ziping {

/// Where a line of a PDF stands, beside its Line: what furniture and paragraphs are told by.
/// Points, in the reading direction of its text.
struct LineShape {
  float x0 = 0, x1 = 0;  ///< printed characters
  float base = 0;        ///< baseline, from the top
  float size = 0;        ///< font size
  float page_width = 0, page_height = 0;
  int column = 0;        ///< 0 where the page has one column; 1, 2 otherwise
  int cell = -1;         ///< number of its table cell in the document; -1 outside tables
  float cell_width = 0;  ///< between the cell's borders
  int fields = 1;        ///< parts of the line that wide gaps keep apart
  bool turned = false;   ///< written in another direction than most of the page
};

}  // namespace ziping
