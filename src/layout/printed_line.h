#pragma once

#include "layout/frame.h"

#include <cstdint>
#include <vector>

namespace ziping {

/// A piece of a line as the content stream draws it: marks that follow each other on one baseline.
struct Chunk {
  std::uint32_t begin = 0, end = 0;  ///< range of marks
  float x0 = 0, x1 = 0;              ///< of its printed characters, spaces apart
  float last = 0;                    ///< where its last word begins
  float base = 0, size = 0;
  bool blank = true;  ///< spaces only
};

/// A printed line before its text is written: its chunks from left to right.
struct PrintedLine {
  std::vector<Chunk> chunks;
  float x0 = 0, x1 = 0, base = 0, size = 0;
  int frame = 0;   ///< index of the page's frame that holds its marks
  int column = 0;  ///< 0 where the page has one column; 1, 2 otherwise

  void add(const Chunk& chunk);
};

/// Cuts marks [begin, end) into chunks, in their order.
std::vector<Chunk> cut_chunks(const std::vector<Mark>& marks, std::size_t begin, std::size_t end, bool ocr);

/// Puts chunks of one baseline together again, in stream order: a chunk joins one of the lines just
/// before it or opens a new one. Blank chunks that belong to no line are dropped.
std::vector<PrintedLine> gather_lines(const std::vector<Chunk>& chunks, bool ocr);

/// Chunks that are vertical writing in upright characters: down one column, then on in the next to its
/// left. Their order is that of the stream.
bool are_upright_columns(const std::vector<Chunk>& chunks);

/// A line for each chunk, in stream order.
std::vector<PrintedLine> line_by_line(const std::vector<Chunk>& chunks);

}  // namespace ziping
