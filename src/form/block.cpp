#include "form/block.h"

#include "form/money_unit.h"

#include <algorithm>

namespace ziping {

std::string TableView::text_in(int row, ColumnRange range) const {
  std::string text;
  for (int cell : words.within(row, range)) text += words.cell(cell).text;
  return text;
}

std::string TableView::printed_in(int row, ColumnRange range) const {
  std::string printed;
  for (int cell : words.within(row, range)) printed += words.cell(cell).printed;
  return values.blank(text_in(row, range)) ? "" : printed;
}

bool TableView::is_banner(int row) const {
  const Cell& cell = words.table().at(row, 0);
  return cell.row == row && cell.column_span == words.table().columns;
}

bool TableView::is_note(int row) const {
  auto printed = words.printed_row(row);
  if (printed.empty()) return false;
  const std::string& text = words.cell(printed.front()).text;
  const std::string& key = words.key(printed.front());
  return words.words().notes.find(key.empty() ? text : key) != nullptr;
}

std::string Block::text(ColumnRole role, int row) const {
  const HeaderColumn* column = header.column(role);
  return column == nullptr ? "" : table.text_in(row, column->range);
}

std::string Block::printed(ColumnRole role, int row) const {
  const HeaderColumn* column = header.column(role);
  return column == nullptr ? "" : table.printed_in(row, column->range);
}

int Block::cell(ColumnRole role, int row) const {
  const HeaderColumn* column = header.column(role);
  if (column == nullptr) return -1;
  for (int index : table.words.within(row, column->range))
    if (!table.words.cell(index).empty()) return index;
  return -1;
}

std::optional<int> Block::unit(ColumnRole role) const {
  const HeaderColumn* column = header.column(role);
  if (column != nullptr)
    if (auto power = money_unit_in(table.words.cell(column->cell).text, table.values)) return power;
  return table.caption;
}

}  // namespace ziping
