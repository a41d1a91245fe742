#include "layout/page_lines.h"

#include "layout/frame.h"
#include "layout/grid.h"
#include "layout/line_shape.h"
#include "layout/line_writer.h"
#include "layout/page_furniture.h"
#include "layout/page_joins.h"
#include "layout/printed_line.h"
#include "layout/reading_order.h"

#include <algorithm>

namespace ziping {
namespace {

/// Marks outside tables first, then those of each cell, each part in stream order.
struct SortedMarks {
  std::vector<Mark> marks;
  std::vector<std::size_t> starts;  ///< of the free marks, then of cell 0, 1, ...; one more at the end
};

SortedMarks sort_into_cells(const std::vector<Mark>& marks, const Grid& grid) {
  std::vector<int> cells;
  int last = -1;
  for (const Mark& mark : marks) {
    cells.push_back(grid.empty() ? -1 : grid.cell_at(mark.middle(), (mark.y0 + mark.y1) / 2));
    last = std::max(last, cells.back());
  }
  SortedMarks sorted;
  sorted.starts.assign(static_cast<std::size_t>(last) + 3, 0);
  for (int cell : cells) ++sorted.starts[static_cast<std::size_t>(cell + 2)];
  for (std::size_t at = 1; at < sorted.starts.size(); ++at) sorted.starts[at] += sorted.starts[at - 1];
  std::vector<std::size_t> next = sorted.starts;
  sorted.marks.resize(marks.size());
  for (std::size_t at = 0; at < marks.size(); ++at)
    sorted.marks[next[static_cast<std::size_t>(cells[at] + 1)]++] = marks[at];
  return sorted;
}

/// One page's lines, written to a PlacedText.
class PageWriter {
 public:
  PageWriter(const Page& page, bool ocr, PlacedText& placed, std::vector<LineShape>& shapes)
      : page_(page), ocr_(ocr), placed_(placed), shapes_(shapes) {}

  void write() {
    for (Frame& frame : frames_of(page_)) {
      write_frame(frame);
      turned_ = true;
    }
  }

 private:
  void write_frame(Frame& frame) {
    Grid grid(frame.rules);
    SortedMarks sorted = sort_into_cells(frame.marks, grid);
    frame.marks = std::move(sorted.marks);
    auto lines = gather_lines(cut_chunks(frame.marks, 0, sorted.starts[1], ocr_), ocr_);
    bool stream_order = reads_down(lines);
    order_lines(lines, frame.width);
    std::vector<PrintedLine> cells = cell_lines(frame, sorted.starts);
    insert_tables(lines, std::move(cells), grid, [&](const PrintedLine& line) {
      return stream_order ? static_cast<float>(frame.marks[line.chunks.front().begin].glyph) : line.base;
    });
    for (const PrintedLine& line : lines) write_one(line, frame, grid);
  }

  std::vector<PrintedLine> cell_lines(const Frame& frame, const std::vector<std::size_t>& starts) const {
    std::vector<PrintedLine> out;
    for (std::size_t part = 1; part + 1 < starts.size(); ++part) {
      auto lines = gather_lines(cut_chunks(frame.marks, starts[part], starts[part + 1], ocr_), ocr_);
      std::stable_sort(lines.begin(), lines.end(),
                       [](const PrintedLine& a, const PrintedLine& b) { return a.base < b.base; });
      for (PrintedLine& line : lines) {
        line.cell = static_cast<int>(part) - 1;
        out.push_back(std::move(line));
      }
    }
    return out;
  }

  /// Puts each table before the first line that comes after its first one; `place` says where a line
  /// comes: its glyphs in the stream, or its height on the page.
  template <class Place>
  static void insert_tables(std::vector<PrintedLine>& lines, std::vector<PrintedLine> cells, const Grid& grid,
                            Place place) {
    for (std::size_t begin = 0; begin < cells.size();) {
      std::size_t end = begin;
      float first = place(cells[begin]);
      while (end < cells.size() && grid.table_of(cells[end].cell) == grid.table_of(cells[begin].cell))
        first = std::min(first, place(cells[end++]));
      auto after = std::find_if(lines.begin(), lines.end(), [&](const PrintedLine& line) {
        return line.cell < 0 && place(line) > first;
      });
      lines.insert(after, cells.begin() + static_cast<std::ptrdiff_t>(begin),
                   cells.begin() + static_cast<std::ptrdiff_t>(end));
      begin = end;
    }
  }

  void write_one(const PrintedLine& printed, const Frame& frame, const Grid& grid) {
    Line line;
    line.page = page_.number;
    line.number = ++number_;
    line.begin = static_cast<std::uint32_t>(placed_.chars.size());
    int fields = write_line(printed, frame, page_, ocr_, placed_);
    line.end = static_cast<std::uint32_t>(placed_.chars.size());
    line.role = printed.cell >= 0 ? LineRole::cell : LineRole::body;
    placed_.lines.push_back(line);
    LineShape shape{printed.x0, printed.x1, printed.base, printed.size, frame.width, frame.height};
    shape.column = printed.column;
    shape.cell = printed.cell;
    shape.cell_right = printed.cell >= 0 ? grid.right_of(printed.cell) : 0;
    shape.fields = fields;
    shape.turned = turned_;
    shapes_.push_back(shape);
  }

  const Page& page_;
  bool ocr_;
  PlacedText& placed_;
  std::vector<LineShape>& shapes_;
  int number_ = 0;
  bool turned_ = false;
};

}  // namespace

PlacedText lay_out_pages(const std::vector<Page>& pages, bool ocr) {
  PlacedText placed;
  placed.ocr = ocr;
  std::vector<LineShape> shapes;
  for (const Page& page : pages) PageWriter(page, ocr, placed, shapes).write();
  set_aside_page_furniture(placed, shapes);
  join_page_lines(placed, shapes);
  return placed;
}

}  // namespace ziping
