#include "layout/page_lines.h"

#include "layout/frame.h"
#include "layout/line_shape.h"
#include "layout/line_writer.h"
#include "layout/page_cells.h"
#include "layout/page_furniture.h"
#include "layout/page_joins.h"
#include "layout/printed_line.h"
#include "layout/reading_order.h"
#include "layout/tables.h"

#include <algorithm>
#include <utility>

namespace ziping {
namespace {

/// A table's place among the lines outside tables.
struct TablePlace {
  std::size_t table = 0;   ///< on the page
  std::size_t before = 0;  ///< index of the line that comes after it
};

/// A document's lines, written to a PlacedText page by page.
class PagesWriter {
 public:
  explicit PagesWriter(bool ocr) : ocr_(ocr) { placed.ocr = ocr; }

  void write(const Page& page) {
    page_ = &page;
    number_ = 0;
    frames_ = frames_of(page);
    PageCells cells(page, frames_);
    cells_ = &cells;
    for (std::size_t frame = 0; frame < frames_.size(); ++frame) write_frame(frame);
  }

  PlacedText placed;
  std::vector<LineShape> shapes;   ///< of each line
  std::vector<TableDraft> tables;  ///< in reading order

 private:
  /// The lines outside tables as the stream has them, those of a cell from top to bottom.
  std::vector<PrintedLine> gather(std::size_t frame, int cell) const {
    MarkRange range = cells_->marks(frame, cell);
    if (range.begin == range.end) return {};
    auto chunks = cut_chunks(frames_[frame].marks, range.begin, range.end, ocr_);
    bool upright = cell >= 0 && are_upright_columns(chunks);
    auto lines = upright ? line_by_line(chunks) : gather_lines(chunks, ocr_);
    if (cell >= 0 && !upright)
      std::stable_sort(lines.begin(), lines.end(),
                       [](const PrintedLine& a, const PrintedLine& b) { return a.base < b.base; });
    for (PrintedLine& line : lines) line.frame = static_cast<int>(frame);
    return lines;
  }

  /// The lines outside tables in reading order; tables come with the first frame.
  void write_frame(std::size_t frame) {
    std::vector<PrintedLine> lines = gather(frame, -1);
    bool stream_order = reads_down(lines);
    order_lines(lines, frames_[frame].width);
    std::vector<TablePlace> places;
    if (frame == 0) places = places_of_tables(lines, stream_order);
    auto next = places.begin();
    for (std::size_t at = 0; at <= lines.size(); ++at) {
      for (; next != places.end() && next->before == at; ++next) write_table(next->table);
      if (at < lines.size()) write_line_of(lines[at], -1, 0);
    }
  }

  /// Each table stands before the first line that comes after its beginning: in the stream, or on the
  /// page where lines have been sorted by height.
  std::vector<TablePlace> places_of_tables(const std::vector<PrintedLine>& lines, bool stream_order) const {
    const Frame& frame = frames_.front();
    std::vector<TablePlace> places;
    std::vector<float> begins;
    for (std::size_t table = 0; table < cells_->grids().size(); ++table) {
      begins.push_back(stream_order ? first_glyph(table) : cells_->grids()[table].ys.front());
      auto after = std::find_if(lines.begin(), lines.end(), [&](const PrintedLine& line) {
        float place =
            stream_order ? static_cast<float>(frame.marks[line.chunks.front().begin].glyph) : line.base;
        return place > begins.back();
      });
      places.push_back({table, static_cast<std::size_t>(after - lines.begin())});
    }
    std::stable_sort(places.begin(), places.end(), [&](const TablePlace& a, const TablePlace& b) {
      return a.before != b.before ? a.before < b.before : begins[a.table] < begins[b.table];
    });
    return places;
  }

  float first_glyph(std::size_t table) const {
    std::uint32_t first = static_cast<std::uint32_t>(page_->glyphs.size());
    int begin = cells_->first_cell(table), end = cells_->first_cell(table + 1);
    for (std::size_t frame = 0; frame < frames_.size(); ++frame)
      for (std::size_t at = cells_->marks(frame, begin).begin; at < cells_->marks(frame, end - 1).end; ++at)
        first = std::min(first, frames_[frame].marks[at].glyph);
    return static_cast<float>(first);
  }

  void write_table(std::size_t table) {
    TableDraft draft;
    draft.page = page_->number;
    draft.turn = frames_.front().turn;
    draft.page_height = frames_.front().height;
    draft.grid = cells_->grids()[table];
    for (std::size_t at = 0; at < draft.grid.cells.size(); ++at) {
      float width = draft.grid.box_of(draft.grid.cells[at]).width();
      auto first = static_cast<std::uint32_t>(placed.lines.size());
      write_cell(cells_->first_cell(table) + static_cast<int>(at), width);
      draft.lines.push_back({first, static_cast<std::uint32_t>(placed.lines.size())});
      ++written_cells_;
    }
    tables.push_back(std::move(draft));
  }

  /// Lines of the first frame from top to bottom, then those written in other directions.
  void write_cell(int cell, float width) {
    for (std::size_t frame = 0; frame < frames_.size(); ++frame) {
      for (const PrintedLine& line : gather(frame, cell)) write_line_of(line, written_cells_, width);
    }
  }

  void write_line_of(const PrintedLine& printed, int cell, float cell_width) {
    const Frame& frame = frames_[static_cast<std::size_t>(printed.frame)];
    Line line;
    line.page = page_->number;
    line.number = ++number_;
    line.begin = static_cast<std::uint32_t>(placed.chars.size());
    int fields = write_line(printed, frame, *page_, ocr_, placed);
    line.end = static_cast<std::uint32_t>(placed.chars.size());
    line.role = cell >= 0 ? LineRole::cell : LineRole::body;
    placed.lines.push_back(line);
    LineShape shape{printed.x0, printed.x1, printed.base, printed.size, frame.width, frame.height};
    shape.column = printed.column;
    shape.cell = cell;
    shape.cell_width = cell_width;
    shape.fields = fields;
    shape.turned = printed.frame > 0;
    shapes.push_back(shape);
  }

  bool ocr_;
  const Page* page_ = nullptr;
  const PageCells* cells_ = nullptr;
  std::vector<Frame> frames_;
  int number_ = 0;
  int written_cells_ = 0;
};

}  // namespace

PlacedText lay_out_pages(const std::vector<Page>& pages, bool ocr) {
  PagesWriter writer(ocr);
  for (const Page& page : pages) writer.write(page);
  set_aside_page_furniture(writer.placed, writer.shapes);
  put_tables_together(writer.placed, writer.shapes, std::move(writer.tables));
  join_page_lines(writer.placed, writer.shapes);
  return std::move(writer.placed);
}

}  // namespace ziping
