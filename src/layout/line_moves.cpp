#include "layout/line_moves.h"

#include <utility>

namespace ziping {

void LineMoves::put_behind(std::uint32_t before, LineRange lines) {
  for (std::uint32_t line = lines.first; line < lines.end; ++line) {
    after_[before].push_back(line);
    moved_[line] = true;
    any_ = true;
  }
}

std::vector<std::uint32_t> LineMoves::order() const {
  std::vector<std::uint32_t> out, open;
  for (std::uint32_t line = 0; line < after_.size(); ++line) {
    if (moved_[line]) continue;
    open.push_back(line);
    while (!open.empty()) {
      std::uint32_t next = open.back();
      open.pop_back();
      out.push_back(next);
      open.insert(open.end(), after_[next].rbegin(), after_[next].rend());
    }
  }
  return out;
}

void LineMoves::apply(PlacedText& placed, std::vector<LineShape>& shapes) {
  if (!any_) return;
  std::u32string chars;
  std::vector<Box> boxes;
  std::vector<Line> lines;
  std::vector<LineShape> ordered;
  places_.resize(after_.size());
  for (std::uint32_t at : order()) {
    Line line = placed.lines[at];
    places_[at] = static_cast<std::uint32_t>(lines.size());
    std::uint32_t begin = std::exchange(line.begin, static_cast<std::uint32_t>(chars.size()));
    chars.append(placed.chars, begin, line.end - begin);
    boxes.insert(boxes.end(), placed.boxes.begin() + begin, placed.boxes.begin() + line.end);
    line.end = static_cast<std::uint32_t>(chars.size());
    lines.push_back(line);
    ordered.push_back(shapes[at]);
  }
  placed.chars = std::move(chars);
  placed.boxes = std::move(boxes);
  placed.lines = std::move(lines);
  shapes = std::move(ordered);
}

}  // namespace ziping
