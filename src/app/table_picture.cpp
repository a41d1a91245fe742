#include "app/table_picture.h"

#include "app/cell_canvas.h"
#include "base/utf8.h"

#include <algorithm>
#include <numeric>

namespace ziping {
namespace {

constexpr int kNarrowest = 2;    ///< a Han character
constexpr int kShort = 14;       ///< columns of a number or label
constexpr int kShortWeight = 4;  ///< lines of a long text that one more line of a short one is worth

class TablePicture {
 public:
  TablePicture(const PlacedTable& table, const std::vector<ShownCell>& cells, int width)
      : table_(table),
        cells_(cells),
        widths_(static_cast<std::size_t>(table.columns), kNarrowest),
        heights_(static_cast<std::size_t>(table.rows), 1) {
    share_out(width - (table.columns + 1) - kNarrowest * table.columns);
    for (int span = 1; span <= table.rows; ++span) raise_rows(span);
  }

  std::string str(const std::vector<std::string>& margins, const Terminal& terminal) const {
    CellCanvas canvas(place(widths_, table_.columns) + 1, place(heights_, table_.rows) + 1);
    for (std::size_t at = 0; at < cells_.size(); ++at) draw(canvas, at);
    int margin = 0;
    for (const std::string& text : margins) margin = std::max(margin, display_width(text));
    std::vector<std::string> labels(static_cast<std::size_t>(place(heights_, table_.rows) + 1));
    for (int row = 0; row < table_.rows; ++row)
      labels[static_cast<std::size_t>(place(heights_, row) + 1)] = margins[static_cast<std::size_t>(row)];
    std::string out;
    for (std::size_t y = 0; y < labels.size(); ++y)
      out += paint(terminal, Colour::good, padded(labels[y], margin)) + " " +
             canvas.line(static_cast<int>(y), terminal) + "\n";
    return out;
  }

 private:
  /// Where the border before column or row `index` stands.
  static int place(const std::vector<int>& sizes, int index) {
    return std::accumulate(sizes.begin(), sizes.begin() + index, 0) + index;
  }

  int width_of(const PlacedCell& cell) const {
    return place(widths_, cell.column + cell.column_span) - place(widths_, cell.column) - 1;
  }

  /// Gives `room` columns away, one by one, to the cell that needs them most.
  void share_out(int room) {
    for (; room > 0; --room) {
      float most = 0;
      const PlacedCell* neediest = nullptr;
      for (std::size_t at = 0; at < cells_.size(); ++at) {
        float need = need_of(at);
        if (need <= most) continue;
        most = need;
        neediest = &table_.cells[at];
      }
      if (!neediest) return;
      ++widths_[static_cast<std::size_t>(narrowest_of(*neediest))];
    }
  }

  /// Lines that a cell takes; 0 where one is enough. Numbers and labels should not be broken before
  /// long texts are set wide.
  float need_of(std::size_t at) const {
    int columns = display_width(cells_[at].text), width = width_of(table_.cells[at]);
    if (columns <= width) return 0;
    return static_cast<float>(columns <= kShort ? kShortWeight * columns : columns) /
           static_cast<float>(width);
  }

  int narrowest_of(const PlacedCell& cell) const {
    auto first = widths_.begin() + cell.column;
    return static_cast<int>(std::min_element(first, first + cell.column_span) - widths_.begin());
  }

  /// Makes the last row of cells over `span` rows as high as their text needs.
  void raise_rows(int span) {
    for (std::size_t at = 0; at < cells_.size(); ++at) {
      const PlacedCell& cell = table_.cells[at];
      if (cell.row_span != span) continue;
      int lines = static_cast<int>(wrap(cells_[at].text, width_of(cell)).size());
      int height = place(heights_, cell.row + span) - place(heights_, cell.row) - 1;
      heights_[static_cast<std::size_t>(cell.row + span - 1)] += std::max(lines - height, 0);
    }
  }

  void draw(CellCanvas& canvas, std::size_t at) const {
    const PlacedCell& cell = table_.cells[at];
    int x = place(widths_, cell.column), y = place(heights_, cell.row);
    canvas.box(x, y, place(widths_, cell.column + cell.column_span),
               place(heights_, cell.row + cell.row_span));
    const std::string& text = cells_[at].text;
    for (Span piece : wrap(text, width_of(cell)))
      canvas.write(x + 1, ++y, text.substr(piece.begin, piece.end - piece.begin), cells_[at].colour);
  }

  const PlacedTable& table_;
  const std::vector<ShownCell>& cells_;
  std::vector<int> widths_, heights_;
};

}  // namespace

std::string table_picture(const PlacedTable& table, const std::vector<ShownCell>& cells,
                          const std::vector<std::string>& margins, const Terminal& terminal) {
  int margin = 0;
  for (const std::string& text : margins) margin = std::max(margin, display_width(text));
  return TablePicture(table, cells, terminal.width - margin - 1).str(margins, terminal);
}

}  // namespace ziping
