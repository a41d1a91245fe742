#include "form/table_words.h"

#include <algorithm>

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

std::vector<int> TableWords::row(int row) const {
  std::vector<int> cells;
  for (int column = 0; column < table_.columns; ++column) {
    int index = table_.squares[static_cast<std::size_t>(row * table_.columns + column)];
    if (cells.empty() || cells.back() != index) cells.push_back(index);
  }
  return cells;
}

std::vector<int> TableWords::printed_row(int at) const {
  std::vector<int> cells = row(at);
  std::erase_if(cells, [&](int index) { return cell(index).row != at || cell(index).empty(); });
  return cells;
}

std::vector<int> TableWords::within(int at, ColumnRange range) const {
  std::vector<int> cells = row(at);
  std::erase_if(cells, [&](int index) {
    const Cell& one = cell(index);
    int shared = std::min(one.end_column(), range.end) - std::max(one.column, range.begin);
    return 2 * shared < one.column_span && 2 * shared <= range.size();
  });
  return cells;
}

}  // namespace ziping
