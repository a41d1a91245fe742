#include "app/table_view.h"

#include "app/table_picture.h"

#include <fmt/format.h>

#include <algorithm>

namespace ziping {
namespace {

constexpr int kSure = 90;  ///< percent of confidence shown as good

class TableView {
 public:
  TableView(const DocumentResult& document, const Terminal& terminal)
      : document_(document), terminal_(terminal) {}

  std::string str() {
    const auto& tables = document_.placed.tables;
    if (tables.empty()) return "no ruled table found\n";
    for (std::size_t at = 0; at < tables.size(); ++at) show(at + 1, tables[at]);
    return std::move(out_);
  }

 private:
  void show(std::size_t number, const PlacedTable& table) {
    int first = table.parts.front().page, last = table.parts.back().page;
    std::string pages =
        first == last ? fmt::format("page {}", first) : fmt::format("pages {}-{}", first, last);
    out_ +=
        paint(terminal_, Colour::strong,
              fmt::format("── table {}: {}, {} rows x {} columns", number, pages, table.rows, table.columns));
    out_ += paint(terminal_, table.confidence >= kSure ? Colour::good : Colour::bad,
                  fmt::format(", confidence {} %", table.confidence)) +
            "\n";
    for (const TablePart& part : table.parts)
      if (part.join != PageJoin::none)
        out_ += fmt::format("   page {} {} row {}: {}\n", part.page,
                            is_cut(table, part) ? "goes on with" : "begins with", part.first_row + 1,
                            words_for(part.join));
    out_ += table_picture(table, cells_of(table), margins_of(table), terminal_) + "\n";
  }

  /// The row that a part begins with had begun on the page before.
  static bool is_cut(const PlacedTable& table, const TablePart& part) {
    return std::all_of(table.cells.begin(), table.cells.end(), [&](const PlacedCell& cell) {
      bool covers = cell.row <= part.first_row && part.first_row < cell.row + cell.row_span;
      return !covers || cell.places.front().page < part.page;
    });
  }

  static std::vector<std::string> margins_of(const PlacedTable& table) {
    std::vector<std::string> margins;
    for (int row = 1; row <= table.rows; ++row) margins.push_back(fmt::format("{:>3}", row));
    for (const TablePart& part : table.parts)
      if (table.parts.size() > 1)
        margins[static_cast<std::size_t>(part.first_row)] +=
            is_cut(table, part) ? fmt::format(" p{}-{}", part.page - 1, part.page)
                                : fmt::format(" p{}", part.page);
    return margins;
  }

  std::vector<ShownCell> cells_of(const PlacedTable& table) const {
    std::vector<ShownCell> out;
    for (const PlacedCell& cell : table.cells)
      out.push_back({text_of(cell), cell.places.size() > 1 ? Colour::mark : Colour::none});
    return out;
  }

  /// The cell's part of the clean text.
  std::string text_of(const PlacedCell& cell) const {
    if (cell.first_line == cell.end_line) return "";
    const auto& lines = document_.placed.lines;
    const auto& origin = document_.clean.origin;
    auto byte_at = [&](std::uint32_t at) {
      return static_cast<std::size_t>(std::lower_bound(origin.begin(), origin.end(), at) - origin.begin());
    };
    std::size_t begin = byte_at(lines[cell.first_line].begin), end = byte_at(lines[cell.end_line - 1].end);
    std::string text = document_.clean.text.substr(begin, end - begin);
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
  }

  const DocumentResult& document_;
  const Terminal& terminal_;
  std::string out_;
};

}  // namespace

const char* words_for(PageJoin join) {
  switch (join) {
    case PageJoin::open_border:
      return "borders left open at the page's edge";
    case PageJoin::repeated_header:
      return "a repeated header, left out here";
    case PageJoin::likeness:
      return "closed borders, joined by columns and contents";
    default:
      return "first part";
  }
}

std::string table_view(const DocumentResult& document, const Terminal& terminal) {
  return TableView(document, terminal).str();
}

}  // namespace ziping
