#include "form/table_words.h"

#include <algorithm>
#include <iterator>

namespace ziping {
namespace {

/// Bytes of the longest text that may be a label or a header.
constexpr std::size_t kLongestLabel = 120;

bool may_be_label(const std::string& text) {
  bool han = std::any_of(text.begin(), text.end(),
                         [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
  return han && text.size() <= kLongestLabel;
}

}  // namespace

TableWords::TableWords(const CellTable& table, const FormWords& words)
    : table_(table), words_(words), rows_(static_cast<std::size_t>(table.rows)), known_(table.cells.size()) {
  auto square = table.squares.begin();
  for (std::vector<int>& row : rows_) {
    std::unique_copy(square, square + table.columns, std::back_inserter(row));
    square += table.columns;
  }
}

const TableWords::Known& TableWords::known(int index) const {
  Known& known = known_[static_cast<std::size_t>(index)];
  if (known.ready) return known;
  known.ready = true;
  const std::string& text = cell(index).text;
  if (!may_be_label(text)) return known;
  known.key = form_key(text);
  if (const std::string* word = words_.columns.find(known.key))
    known.column = column_role_named(*word).value_or(ColumnRole::none);
  return known;
}

std::vector<int> TableWords::printed_row(int at) const {
  std::vector<int> cells;
  std::copy_if(row(at).begin(), row(at).end(), std::back_inserter(cells),
               [&](int index) { return cell(index).row == at && !cell(index).empty(); });
  return cells;
}

std::vector<int> TableWords::within(int at, ColumnRange range) const {
  std::vector<int> cells;
  std::copy_if(row(at).begin(), row(at).end(), std::back_inserter(cells), [&](int index) {
    const Cell& one = cell(index);
    int shared = std::min(one.end_column(), range.end) - std::max(one.column, range.begin);
    return 2 * shared >= one.column_span || 2 * shared > range.size();
  });
  return cells;
}

}  // namespace ziping
