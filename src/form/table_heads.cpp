#include "form/table_heads.h"

#include "pattern/numeral.h"

namespace ziping {
namespace {

constexpr std::size_t kLongestHead = 90;  // bytes of a header or row label
constexpr std::size_t kOtherWords = 24;   // bytes of a cell beside the figure that a header still speaks for

std::optional<Decimal> bare_number(std::string_view cell) {
  bool negative = cell.starts_with("-");
  auto numeral = read_numeral(cell, negative ? 1 : 0);
  bool whole = numeral && numeral->value && !numeral->chinese && numeral->end == cell.size();
  if (!whole) return std::nullopt;
  return negative ? -*numeral->value : *numeral->value;
}

}  // namespace

TableHeads::TableHeads(const CellText& cells, const TableWords& words, const CellValues& values,
                       std::vector<int> names)
    : words_(words),
      names_(std::move(names)),
      columns_(static_cast<std::size_t>(words.table().columns)),
      has_figure_(static_cast<std::size_t>(words.table().rows)) {
  for (const Cell& cell : words.table().cells) {
    contents_.push_back(read(cells, values, cell));
    if (contents_.back().type == CellContent::figure) has_figure_[static_cast<std::size_t>(cell.row)] = true;
  }
}

CellContent TableHeads::read(const CellText& cells, const CellValues& values, const Cell& cell) const {
  if (cell.empty() || values.blank(cell.text)) return {};
  if (auto number = bare_number(cell.text)) return {CellContent::figure, number, nullptr};
  auto mentions = cells.mentions_in(cell);
  bool figure = mentions.size() == 1 && cell.text.size() <= mentions.front()->span.size() + kOtherWords;
  if (!figure) return {CellContent::words, std::nullopt, nullptr};
  return {CellContent::figure, std::nullopt, mentions.front()};
}

/// Words in a row without figures head the figures under them. Under a header that says its role only
/// another such one does, or the parts of a group.
void TableHeads::take(int index) {
  const Cell& cell = words_.cell(index);
  if (has_figure_[static_cast<std::size_t>(cell.row)]) return;
  for (int column = cell.column; column < cell.end_column(); ++column) {
    Head& head = columns_[static_cast<std::size_t>(column)];
    bool part = head.known() && words_.cell(head.cell).end_row() == cell.row &&
                words_.cell(head.cell).column_span > cell.column_span;
    if (part || words_.column(index) != ColumnRole::none || role_of(head) == ColumnRole::none)
      head = {index, part ? head.cell : -1};
  }
}

ColumnRole TableHeads::role_of(const Head& head) const {
  for (int index : {head.cell, head.upper})
    if (index >= 0 && words_.column(index) != ColumnRole::none) return words_.column(index);
  return ColumnRole::none;
}

int TableHeads::cell_at(int row, int column) const {
  const CellTable& table = words_.table();
  return table.squares[static_cast<std::size_t>(row * table.columns + column)];
}

int TableHeads::label(const Cell& cell) const {
  if (int name = names_[static_cast<std::size_t>(cell.row)]; name >= 0) return name;
  for (int column = cell.column; column-- > 0;) {
    int index = cell_at(cell.row, column);
    if (content(index).type == CellContent::words && !beside_figure(column)) return index;
  }
  return -1;
}

/// Signs, units and numbers stand beside a figure without naming it.
bool TableHeads::beside_figure(int column) const {
  ColumnRole role = role_of(columns_[static_cast<std::size_t>(column)]);
  return role == ColumnRole::nature || role == ColumnRole::unit || role == ColumnRole::number;
}

int TableHeads::in_row(int row, ColumnRole role) const {
  for (int column = 0; column < words_.table().columns; ++column)
    if (role_of(columns_[static_cast<std::size_t>(column)]) == role) return cell_at(row, column);
  return -1;
}

const std::string& TableHeads::text(int cell) const {
  static const std::string kNothing;
  bool known = cell >= 0 && words_.cell(cell).text.size() <= kLongestHead;
  return known ? words_.cell(cell).text : kNothing;
}

}  // namespace ziping
