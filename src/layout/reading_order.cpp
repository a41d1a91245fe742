#include "layout/reading_order.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace ziping {
namespace {

constexpr int kJumpsAllowed = 2;
/// Lines that two columns of prose have side by side.
constexpr std::size_t kColumnLines = 8;

/// A gap inside a line that may be the white between two columns.
struct Gap {
  float x0 = 0, x1 = 0;
};

/// The widest gap of a line near the middle of the page.
std::optional<Gap> middle_gap(const PrintedLine& line, float page_width) {
  Gap widest;
  float reach = line.chunks.front().x1;
  for (const Chunk& chunk : line.chunks) {
    if (chunk.blank) continue;
    float middle = (reach + chunk.x0) / 2;
    bool central = middle > 0.3F * page_width && middle < 0.7F * page_width;
    if (central && chunk.x0 - reach > widest.x1 - widest.x0) widest = {reach, chunk.x0};
    reach = std::max(reach, chunk.x1);
  }
  if (widest.x1 - widest.x0 < 1.2F * line.size) return std::nullopt;
  return widest;
}

/// Where two columns part. Prose fills its column: most left halves end close to the gap, which a
/// table without rules does not do.
std::optional<float> find_gutter(const std::vector<PrintedLine>& lines, float page_width) {
  std::vector<Gap> gaps;
  for (const PrintedLine& line : lines)
    if (auto gap = middle_gap(line, page_width)) gaps.push_back(*gap);
  if (gaps.size() < kColumnLines || gaps.size() * 10 < lines.size() * 4) return std::nullopt;
  std::vector<float> ends, starts;
  for (const Gap& gap : gaps) {
    ends.push_back(gap.x0);
    starts.push_back(gap.x1);
  }
  std::sort(ends.begin(), ends.end());
  std::sort(starts.begin(), starts.end());
  float end = ends[ends.size() * 9 / 10], start = starts[starts.size() / 10];
  if (end >= start) return std::nullopt;
  auto full = std::count_if(gaps.begin(), gaps.end(), [&](const Gap& gap) { return end - gap.x0 < 30; });
  if (static_cast<std::size_t>(full) * 10 < gaps.size() * 6) return std::nullopt;
  return (end + start) / 2;
}

PrintedLine half_of(const PrintedLine& line, float gutter, bool left) {
  PrintedLine half;
  for (const Chunk& chunk : line.chunks)
    if ((chunk.x1 <= gutter) == left) half.add(chunk);
  return half;
}

bool crosses(const PrintedLine& line, float gutter) {
  return std::any_of(line.chunks.begin(), line.chunks.end(), [&](const Chunk& chunk) {
    return !chunk.blank && chunk.x0 < gutter && chunk.x1 > gutter;
  });
}

/// Reads the left column before the right one, between the lines that run over both.
void part_columns(std::vector<PrintedLine>& lines, float gutter) {
  std::vector<PrintedLine> ordered, left, right;
  auto end_columns = [&] {
    for (auto* column : {&left, &right}) {
      ordered.insert(ordered.end(), column->begin(), column->end());
      column->clear();
    }
  };
  for (const PrintedLine& line : lines) {
    if (crosses(line, gutter)) {
      end_columns();
      ordered.push_back(line);
      continue;
    }
    for (bool is_left : {true, false}) {
      PrintedLine half = half_of(line, gutter, is_left);
      half.column = is_left ? 1 : 2;
      if (!half.chunks.empty()) (is_left ? left : right).push_back(half);
    }
  }
  end_columns();
  lines = std::move(ordered);
}

}  // namespace

bool reads_down(const std::vector<PrintedLine>& lines) {
  int jumps = 0;
  for (std::size_t at = 1; at < lines.size(); ++at)
    jumps += lines[at].base < lines[at - 1].base - 1.5F * lines[at].size;
  return jumps <= kJumpsAllowed;
}

void order_lines(std::vector<PrintedLine>& lines, float page_width) {
  if (!reads_down(lines))
    std::stable_sort(lines.begin(), lines.end(),
                     [](const PrintedLine& a, const PrintedLine& b) { return a.base < b.base; });
  if (auto gutter = find_gutter(lines, page_width)) part_columns(lines, *gutter);
}

}  // namespace ziping
