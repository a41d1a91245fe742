#include "form/example_table.h"

#include <algorithm>

namespace ziping {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Takes the part of `text` up to the next `mark` off its front.
std::string_view take(std::string_view& text, char mark) {
  std::string_view part = text.substr(0, text.find(mark));
  text.remove_prefix(std::min(text.size(), part.size() + 1));
  return part;
}

std::vector<std::string_view> cells_of(std::string_view line) {
  if (line.starts_with('|')) line.remove_prefix(1);
  if (line.ends_with('|')) line.remove_suffix(1);
  std::vector<std::string_view> cells;
  bool last = false;
  while (!last) {
    last = line.find('|') == std::string_view::npos;
    cells.push_back(trimmed(take(line, '|')));
  }
  return cells;
}

Span append_line(CleanText& clean, std::string_view text) {
  std::size_t begin = clean.text.size();
  clean.text += fold(std::string(text));
  std::size_t end = clean.text.size();
  clean.text += '\n';
  return {begin, end};
}

/// Square by square: which cell it belongs to.
class Draft {
 public:
  Draft(CleanText& clean, CellTable& table) : clean_(clean), table_(table) {}

  void add_row(const std::vector<std::string_view>& marks) {
    int row = table_.rows++;
    table_.columns = std::max(table_.columns, static_cast<int>(marks.size()));
    std::vector<int> owners;
    for (std::size_t column = 0; column < marks.size(); ++column) {
      if (marks[column] == "<" && column > 0)
        owners.push_back(owners.back());
      else if (marks[column] == "^" && column < above_.size())
        owners.push_back(above_[column]);
      else
        owners.push_back(add_cell(row, static_cast<int>(column), marks[column]));
      stretch(owners.back(), row, static_cast<int>(column));
    }
    above_ = std::move(owners);
  }

 private:
  int add_cell(int row, int column, std::string_view text) {
    Cell cell;
    cell.row = row;
    cell.column = column;
    if (!text.empty()) {
      cell.pieces.push_back(append_line(clean_, text));
      cell.text = std::string(cell.pieces.front().of(clean_.text));
      cell.printed = std::string(text);
    }
    table_.cells.push_back(std::move(cell));
    return static_cast<int>(table_.cells.size()) - 1;
  }

  void stretch(int owner, int row, int column) {
    Cell& cell = table_.cells[static_cast<std::size_t>(owner)];
    cell.row_span = std::max(cell.row_span, row - cell.row + 1);
    cell.column_span = std::max(cell.column_span, column - cell.column + 1);
  }

  CleanText& clean_;
  CellTable& table_;
  std::vector<int> above_;
};

}  // namespace

ExampleTable read_example_table(std::string_view drawing) {
  ExampleTable out;
  Draft draft(out.clean, out.table);
  while (!drawing.empty()) {
    std::string_view line = trimmed(take(drawing, '\n'));
    if (line.empty()) continue;
    if (line.find('|') == std::string_view::npos)
      append_line(out.clean, line);
    else
      draft.add_row(cells_of(line));
  }
  out.clean.origin.assign(out.clean.text.size(), 0);
  number_squares(out.table);
  return out;
}

}  // namespace ziping
