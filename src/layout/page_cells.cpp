#include "layout/page_cells.h"

#include <algorithm>

namespace ziping {
namespace {

bool is_printed(char32_t ch) {
  return ch > U' ' && ch != 0xA0 && ch != 0x3000 && ch != 0x200B;
}

}  // namespace

PageCells::PageCells(const Page& page, std::vector<Frame>& frames) {
  if (frames.empty()) return;
  turn_ = frames.front().turn;
  grids_ = read_grids(frames.front().rules);
  number_cells();
  std::vector<std::vector<int>> cells;
  for (const Frame& frame : frames) cells.push_back(cells_of(page, frame));
  drop_empty(cells, frames);
  for (std::size_t at = 0; at < frames.size(); ++at)
    sort_marks(frames[at], firsts_.size() == 1 ? std::vector<int>(frames[at].marks.size(), -1)
                                               : cells_of(page, frames[at]));
}

MarkRange PageCells::marks(std::size_t frame, int cell) const {
  auto at = static_cast<std::size_t>(cell + 1);
  return {starts_[frame][at], starts_[frame][at + 1]};
}

void PageCells::number_cells() {
  firsts_ = {0};
  for (const Grid& grid : grids_) firsts_.push_back(firsts_.back() + static_cast<int>(grid.cells.size()));
}

int PageCells::cell_at(float x, float y) const {
  for (std::size_t at = 0; at < grids_.size(); ++at)
    if (int cell = grids_[at].cell_at(x, y); cell >= 0) return firsts_[at] + cell;
  return -1;
}
