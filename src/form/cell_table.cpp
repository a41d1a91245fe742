#include "form/cell_table.h"

#include "base/utf8.h"

#include <algorithm>
#include <stdexcept>

namespace ziping {
namespace {

/// Where the characters [begin, end) of the placed text stand in the clean text, line ends left out.
Span clean_span(const CleanText& clean, std::uint32_t begin, std::uint32_t end) {
  auto first = std::lower_bound(clean.origin.begin(), clean.origin.end(), begin);
  auto last = std::lower_bound(first, clean.origin.end(), end);
  Span span{static_cast<std::size_t>(first - clean.origin.begin()),
            static_cast<std::size_t>(last - clean.origin.begin())};
  while (span.end > span.begin && clean.text[span.end - 1] == '\n') --span.end;
  return span;
}

Cell read_cell(const CleanText& clean, const PlacedText& placed, const PlacedCell& from) {
  Cell cell{from.row, from.column, from.row_span, from.column_span, {}, "", ""};
  if (from.first_line >= from.end_line) return cell;
  Span span = clean_span(clean, placed.lines[from.first_line].begin, placed.lines[from.end_line - 1].end);
  if (!span.empty()) cell.pieces.push_back(span);
  return cell;
}

/// Encodings of a Han character that look like it and are not it: radicals, compatibility ideographs.
bool is_look_alike(char32_t ch) {
  return (ch >= 0x2E80 && ch <= 0x2FDF) || (ch >= 0xF900 && ch <= 0xFAFF);
}

bool is_space(char32_t ch) {
  return ch <= U' ' || ch == 0xA0 || ch == 0x3000 || ch == 0xFEFF || (ch >= 0x2000 && ch <= 0x200F);
}

bool is_word_char(char32_t ch) {
  return ch > U' ' && ch < 0x7F;
}

/// Appends characters as printed: no line breaks, spaces only between Latin words and figures.
class PrintedText {
 public:
  explicit PrintedText(std::string& out) : out_(out) {}

  void put(char32_t ch) {
    if (is_space(ch)) {
      spaced_ = true;
      return;
    }
    if (spaced_ && is_word_char(last_) && is_word_char(ch)) out_ += ' ';
    spaced_ = false;
    last_ = ch;
    if (is_look_alike(ch))
      out_ += fold(to_utf8(std::u32string(1, ch)));
    else
      append_utf8(out_, ch);
  }

 private:
  std::string& out_;
  char32_t last_ = 0;
  bool spaced_ = false;
};

/// What was printed for a piece of the clean text, furniture between its lines left out.
void append_printed(const CleanText& clean, const PlacedText& placed, Span piece, std::string& out) {
  std::uint32_t first = clean.origin[piece.begin], last = clean.origin[piece.end - 1];
  PrintedText text(out);
  for (const Line* line = &placed.line_of(first); line != placed.lines.data() + placed.lines.size(); ++line) {
    if (line->begin > last) break;
    if (line->role == LineRole::furniture) continue;
    std::uint32_t end = std::min(last + 1, line->end);
    for (std::uint32_t at = std::max(first, line->begin); at < end; ++at) text.put(placed.chars[at]);
    bool cut =
        end == last + 1 && end < line->end && placed.chars[end] == U'=';  // >= is one sign in the clean text
    if (cut && piece.of(clean.text).ends_with("≥")) text.put(U'=');
    if (cut && piece.of(clean.text).ends_with("≤")) text.put(U'=');
  }
}

Span whole_of(const std::vector<Cell>& cells) {
  Span whole;
  for (const Cell& cell : cells)
    for (Span piece : cell.pieces) {
      if (whole.empty()) whole = piece;
      whole = {std::min(whole.begin, piece.begin), std::max(whole.end, piece.end)};
    }
  return whole;
}

}  // namespace

void number_squares(CellTable& table) {
  table.squares.assign(static_cast<std::size_t>(table.rows) * static_cast<std::size_t>(table.columns), -1);
  for (std::size_t index = 0; index < table.cells.size(); ++index) {
    const Cell& cell = table.cells[index];
    for (int row = cell.row; row < cell.end_row(); ++row)
      for (int column = cell.column; column < cell.end_column(); ++column) {
        int& square = table.squares.at(static_cast<std::size_t>(row * table.columns + column));
        if (square >= 0) throw std::logic_error("two cells of a table share a square");
        square = static_cast<int>(index);
      }
  }
  if (std::find(table.squares.begin(), table.squares.end(), -1) != table.squares.end())
    throw std::logic_error("a square of a table belongs to no cell");
  table.span = whole_of(table.cells);
}

void read_texts(const CleanText& clean, const PlacedText& placed, CellTable& table) {
  for (Cell& cell : table.cells) {
    cell.text.clear();
    cell.printed.clear();
    for (Span piece : cell.pieces) {
      cell.text += piece.of(clean.text);
      append_printed(clean, placed, piece, cell.printed);
    }
  }
}

std::vector<CellTable> ruled_tables(const CleanText& clean, const PlacedText& placed) {
  std::vector<CellTable> tables;
  for (std::size_t index = 0; index < placed.tables.size(); ++index) {
    const PlacedTable& from = placed.tables[index];
    CellTable table;
    table.rows = from.rows;
    table.columns = from.columns;
    table.ocr = placed.ocr;
    table.confidence = from.confidence;
    table.placed = static_cast<int>(index);
    for (const PlacedCell& cell : from.cells) table.cells.push_back(read_cell(clean, placed, cell));
    read_texts(clean, placed, table);
    number_squares(table);
    tables.push_back(std::move(table));
  }
  return tables;
}

}  // namespace ziping
