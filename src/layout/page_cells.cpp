#include "layout/page_cells.h"

#include "layout/open_tables.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ziping {
namespace {

/// Of a character's width outside the borders of its cell: its line runs over the border.
constexpr float kCrossing = 0.3F;
constexpr int kCrossingCost = 3;  ///< percent of confidence for each percent of such characters

bool is_printed(char32_t ch) {
  return ch > U' ' && ch != 0xA0 && ch != 0x3000 && ch != 0x200B;
}

}  // namespace

PageCells::PageCells(const Page& page, std::vector<Frame>& frames) {
  if (frames.empty()) return;
  turn_ = frames.front().turn;
  PageGrids found = read_grids(frames.front().rules);
  grids_ = std::move(found.tables);
  std::vector<Grid> open = read_open_tables(found.loose, grids_, frames.front().marks);
  grids_.insert(grids_.end(), std::make_move_iterator(open.begin()), std::make_move_iterator(open.end()));
  number_cells();
  std::vector<std::vector<int>> cells;
  for (const Frame& frame : frames) cells.push_back(cells_of(page, frame, &frame != &frames.front()));
  drop_empty(weigh_text(page, cells, frames), cells);
  for (std::size_t at = 0; at < frames.size(); ++at) sort_marks(frames[at], cells[at]);
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

int PageCells::open_cell_above(Point middle, float room) const {
  int cell = cell_at(middle.x, middle.y - room);
  if (cell < 0) return -1;
  return cell_of(grid_of(cell), cell).open_bottom ? cell : -1;
}

std::size_t PageCells::grid_of(int cell) const {
  auto after = std::upper_bound(firsts_.begin(), firsts_.end(), cell);
  return static_cast<std::size_t>(after - firsts_.begin()) - 1;
}

const GridCell& PageCells::cell_of(std::size_t grid, int cell) const {
  return grids_[grid].cells[static_cast<std::size_t>(cell - firsts_[grid])];
}

std::vector<int> PageCells::cells_of(const Page& page, const Frame& frame, bool other_way) const {
  std::vector<int> cells(frame.marks.size(), -1);
  if (grids_.empty()) return cells;
  for (std::size_t at = 0; at < cells.size(); ++at) {
    const Mark& mark = frame.marks[at];
    Point middle{mark.middle(), (mark.y0 + mark.y1) / 2};
    if (other_way) {
      const Box& box = page.glyphs[mark.glyph].box;
      middle = turn_(Point{box.center_x(), box.center_y()});
    }
    cells[at] = cell_at(middle.x, middle.y);
    if (cells[at] < 0) cells[at] = open_cell_above(middle, mark.size);
  }
  return cells;
}

std::vector<bool> PageCells::weigh_text(const Page& page, const std::vector<std::vector<int>>& cells,
                                        const std::vector<Frame>& frames) {
  struct Count {
    int printed = 0, crossing = 0;
  };
  std::vector<Count> counts(grids_.size());
  for (std::size_t frame = 0; frame < frames.size(); ++frame)
    for (std::size_t at = 0; at < cells[frame].size(); ++at) {
      const Mark& mark = frames[frame].marks[at];
      int cell = cells[frame][at];
      if (cell < 0 || !is_printed(mark.ch)) continue;
      std::size_t grid = grid_of(cell);
      Box glyph = turn_(page.glyphs[mark.glyph].box), box = grids_[grid].box_of(cell_of(grid, cell));
      float outside = std::max(box.x0 - glyph.x0, glyph.x1 - box.x1);
      ++counts[grid].printed;
      counts[grid].crossing += outside > kCrossing * glyph.width();
    }
  std::vector<bool> with_text;
  for (std::size_t grid = 0; grid < grids_.size(); ++grid) {
    with_text.push_back(counts[grid].printed > 0);
    int share = 100 * counts[grid].crossing / std::max(counts[grid].printed, 1);
    grids_[grid].confidence = std::max(grids_[grid].confidence - kCrossingCost * share, 0);
  }
  return with_text;
}

void PageCells::drop_empty(const std::vector<bool>& with_text, std::vector<std::vector<int>>& cells) {
  std::vector<int> numbers;  // of each cell, without the tables that are dropped
  std::vector<Grid> kept;
  int next = 0;
  for (std::size_t at = 0; at < grids_.size(); ++at) {
    for (std::size_t cell = 0; cell < grids_[at].cells.size(); ++cell)
      numbers.push_back(with_text[at] ? next++ : -1);
    if (with_text[at]) kept.push_back(std::move(grids_[at]));
  }
  if (next != static_cast<int>(numbers.size()))
    for (auto& frame_cells : cells)
      for (int& cell : frame_cells)
        if (cell >= 0) cell = numbers[static_cast<std::size_t>(cell)];
  grids_ = std::move(kept);
  number_cells();
}

void PageCells::sort_marks(Frame& frame, const std::vector<int>& cells) {
  std::vector<std::size_t>& starts = starts_.emplace_back(static_cast<std::size_t>(firsts_.back()) + 2);
  for (int cell : cells) ++starts[static_cast<std::size_t>(cell + 2)];
  for (std::size_t at = 1; at < starts.size(); ++at) starts[at] += starts[at - 1];
  if (grids_.empty()) return;
  std::vector<std::size_t> next = starts;
  std::vector<Mark> sorted(frame.marks.size());
  for (std::size_t at = 0; at < sorted.size(); ++at)
    sorted[next[static_cast<std::size_t>(cells[at] + 1)]++] = frame.marks[at];
  frame.marks = std::move(sorted);
}

}  // namespace ziping
