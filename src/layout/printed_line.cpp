#include "layout/printed_line.h"

#include <algorithm>
#include <cmath>

namespace ziping {
namespace {

/// Lines back in the stream in which a chunk may find its own.
constexpr std::size_t kLinesBack = 8;
/// Chunks of one line; more are no text, and would cost their square.
constexpr std::size_t kMostChunks = 500;
/// A gap as wide as that between columns ends a chunk, in sizes.
constexpr float kColumnGap = 1.2F;

bool is_blank(char32_t ch) {
  return ch <= U' ' || ch == 0xA0 || ch == 0x3000 || ch == 0x200B;
}

/// How far baselines of one line differ, in sizes. An OCR layer gives each word its own.
float base_tolerance(bool ocr) {
  return ocr ? 0.55F : 0.35F;
}

/// Share of the chunk that already printed chunks of the line cover. In an OCR layer the boxes of
/// words overlap: only where words begin is trusted.
float covered(const PrintedLine& line, const Chunk& chunk, bool ocr) {
  auto end = [&](const Chunk& of) { return ocr ? of.last : of.x1; };
  float width = std::max(end(chunk) - chunk.x0, 1.0F), sum = 0;
  for (const Chunk& other : line.chunks)
    sum += std::max(0.0F, std::min(end(chunk), end(other)) - std::max(chunk.x0, other.x0));
  return sum / width;
}

bool belongs(const PrintedLine& line, const Chunk& chunk, bool ocr) {
  if (line.chunks.size() >= kMostChunks) return false;
  float apart = std::fabs(line.base - chunk.base);
  if (ocr) apart = std::min(apart, std::fabs(line.chunks.back().base - chunk.base));
  if (chunk.blank) return apart < 0.2F * line.size && !line.chunks.empty();
  float small = std::min(line.size, chunk.size), large = std::max(line.size, chunk.size);
  bool beside = chunk.x0 - line.x1 < large && line.x0 - chunk.x1 < large;
  bool script = small < 0.75F * large && apart < 0.6F * large && beside;
  if (apart > base_tolerance(ocr) * (ocr ? large : small) && !script) return false;
  return covered(line, chunk, ocr) < 0.3F;
}

void settle_order(PrintedLine& line) {
  std::stable_sort(line.chunks.begin(), line.chunks.end(),
                   [](const Chunk& a, const Chunk& b) { return a.x0 < b.x0; });
}

}  // namespace

void PrintedLine::add(const Chunk& chunk) {
  bool first = std::all_of(chunks.begin(), chunks.end(), [](const Chunk& other) { return other.blank; });
  chunks.push_back(chunk);
  if (chunk.blank && !first) return;
  if (first) {
    x0 = chunk.x0;
    x1 = chunk.x1;
    base = chunk.base;
    size = chunk.size;
    return;
  }
  if (chunk.size > size * 1.2F) base = chunk.base;
  x0 = std::min(x0, chunk.x0);
  x1 = std::max(x1, chunk.x1);
  size = std::max(size, chunk.size);
}

std::vector<Chunk> cut_chunks(const std::vector<Mark>& marks, std::size_t begin, std::size_t end, bool ocr) {
  std::vector<Chunk> chunks;
  for (auto at = static_cast<std::uint32_t>(begin); at < end; ++at) {
    const Mark& mark = marks[at];
    bool blank = is_blank(mark.ch);
    bool cut = chunks.empty();
    if (!cut) {
      const Mark& before = marks[at - 1];
      float size = std::max(mark.size, before.size);
      float apart = std::fabs(mark.base - before.base);
      cut = apart > 0.1F * size || mark.x0 < before.x0 - 0.3F * size ||
            (!ocr && mark.x0 - before.x1 > kColumnGap * size) ||
            std::fabs(mark.size - before.size) > 0.3F * size;
    }
    if (cut) {
      Chunk& chunk = chunks.emplace_back();
      chunk.begin = at;
      chunk.x0 = mark.x0;
      chunk.x1 = mark.x1;
      chunk.base = mark.base;
      chunk.size = mark.size;
      chunk.blank = blank;
    }
    Chunk& chunk = chunks.back();
    chunk.end = at + 1;
    if (blank) continue;
    if (chunk.blank) chunk.x0 = mark.x0;
    if (at == chunk.begin || is_blank(marks[at - 1].ch)) chunk.last = mark.x0;
    chunk.x1 = chunk.blank ? mark.x1 : std::max(chunk.x1, mark.x1);
    chunk.blank = false;
  }
  return chunks;
}

std::vector<PrintedLine> gather_lines(const std::vector<Chunk>& chunks, bool ocr) {
  std::vector<PrintedLine> lines;
  for (const Chunk& chunk : chunks) {
    std::size_t back = std::min(lines.size(), kLinesBack);
    PrintedLine* home = nullptr;
    for (std::size_t step = 1; step <= back && !home; ++step)
      if (belongs(lines[lines.size() - step], chunk, ocr)) home = &lines[lines.size() - step];
    if (!home && chunk.blank) continue;
    if (!home) home = &lines.emplace_back();
    home->add(chunk);
  }
  for (PrintedLine& line : lines) settle_order(line);
  return lines;
}

bool are_upright_columns(const std::vector<Chunk>& chunks) {
  int turns = 0;
  for (std::size_t at = 0; at < chunks.size(); ++at) {
    const Chunk& chunk = chunks[at];
    if (chunk.blank || chunk.end - chunk.begin > 1) return false;
    if (at == 0) continue;
    float right = chunk.x0 - chunks[at - 1].x0, down = chunk.base - chunks[at - 1].base;
    bool goes_down =
        std::fabs(right) < 0.3F * chunk.size && down > 0.5F * chunk.size && down < 2 * chunk.size;
    bool turns_left = right < -0.5F * chunk.size && right > -3 * chunk.size && down < 0.3F * chunk.size;
    if (!goes_down && !turns_left) return false;
    turns += turns_left;
  }
  return turns > 0;
}

std::vector<PrintedLine> line_by_line(const std::vector<Chunk>& chunks) {
  std::vector<PrintedLine> lines(chunks.size());
  for (std::size_t at = 0; at < chunks.size(); ++at) lines[at].add(chunks[at]);
  return lines;
}

}  // namespace ziping
