#include "form/header_row.h"

#include <algorithm>
#include <initializer_list>

namespace ziping {
namespace {

/// A merged label beside a block is no part of its header; a header cell is at most this high.
constexpr int kHighestHeader = 3;

using Columns = std::vector<HeaderColumn>;

bool has(const Columns& columns, ColumnRole role) {
  return std::any_of(columns.begin(), columns.end(), [&](const HeaderColumn& c) { return c.role == role; });
}

int count(const Columns& columns, std::initializer_list<ColumnRole> roles) {
  return static_cast<int>(
      std::count_if(roles.begin(), roles.end(), [&](ColumnRole role) { return has(columns, role); }));
}

bool is_header(const TableWords& words, int cell) {
  if (words.column(cell) == ColumnRole::none || words.cell(cell).row_span > kHighestHeader) return false;
  bool beside = words.cell(cell).row_span > 1 && words.words().goals.find(words.key(cell)) != nullptr;
  return !beside;  // 年度总体目标 beside its two texts
}

/// The header cells right under a cell of several columns; none where there are less than two.
Columns cells_under(const TableWords& words, const Cell& head) {
  Columns under;
  if (head.row_span > 1 || head.column_span == 1 || head.end_row() >= words.table().rows) return under;
  for (int lower : words.within(head.end_row(), {head.column, head.end_column()}))
    if (is_header(words, lower) && words.cell(lower).row == head.end_row())
      under.push_back(
          {words.column(lower), {words.cell(lower).column, words.cell(lower).end_column()}, lower});
  return under.size() > 1 ? under : Columns();
}

/// Header cells of a row. Where some of them are two rows high, the cells under the others are their
/// equals.
Columns header_cells(const TableWords& words, int row, int& end_row) {
  Columns columns, lower;
  bool high = false;
  for (int index : words.printed_row(row)) {
    const Cell& cell = words.cell(index);
    if (Columns under = cells_under(words, cell); !under.empty()) {
      lower.insert(lower.end(), under.begin(), under.end());
    } else if (is_header(words, index)) {
      columns.push_back({words.column(index), {cell.column, cell.end_column()}, index});
      high = high || cell.row_span == 2;
    }
  }
  bool grouped = high && !lower.empty();
  end_row = row + (grouped ? 2 : 1);
  if (grouped) columns.insert(columns.end(), lower.begin(), lower.end());
  std::sort(columns.begin(), columns.end(),
            [](const HeaderColumn& a, const HeaderColumn& b) { return a.range.begin < b.range.begin; });
  return columns;
}

std::optional<BlockType> type_of(const Columns& columns) {
  using enum ColumnRole;
  int amounts = count(columns, {initial, adjusted, executed, received});
  if (has(columns, task_name) && (has(columns, task_content) || amounts > 0)) return BlockType::tasks;
  int levels = count(columns, {level1, level2, level3});
  int values = count(columns, {target, adjusted_target, actual, nature});
  bool scored = has(columns, weight) && has(columns, score);
  if (levels > 0 && (values > 0 || scored)) return BlockType::indicators;
  if (has(columns, indicator) && (values > 1 || (values > 0 && scored))) return BlockType::indicators;
  if (levels > 0) return std::nullopt;
  if (amounts > 1 || (amounts == 1 && has(columns, rate))) return BlockType::funds;
  bool goals = columns.size() == 2 && count(columns, {target, goal_target}) == 1 &&
               count(columns, {actual, goal_actual}) == 1;
  if (goals) return BlockType::goals;
  return std::nullopt;
}

/// 年度预算数（万元） may head the column of row labels.
void find_labels(const TableWords& words, int body, Columns& columns) {
  if (body >= words.table().rows) return;
  for (HeaderColumn& column : columns) {
    bool amount = column.role == ColumnRole::initial || column.role == ColumnRole::adjusted ||
                  column.role == ColumnRole::executed;
    if (!amount) continue;
    auto below = words.within(body, column.range);
    if (!below.empty() && words.words().fund_rows.find(words.key(below.front())) != nullptr)
      column.role = ColumnRole::source;
  }
}

/// 全年预算数（A） | 640.00 | 执行率 | 98%: labels beside figures, no header.
bool states_figures(const TableWords& words, int row) {
  auto cells = words.printed_row(row);
  return std::any_of(cells.begin(), cells.end(), [&](int cell) {
    char first = words.cell(cell).text.front();
    return words.key(cell).empty() && first >= '0' && first <= '9';
  });
}

/// Two budgets are the initial and the adjusted one; of other roles that occur twice the first counts.
void settle_twins(Columns& columns) {
  auto first = std::find_if(columns.begin(), columns.end(),
                            [](const HeaderColumn& c) { return c.role == ColumnRole::adjusted; });
  bool twins = std::count_if(columns.begin(), columns.end(),
                             [](const HeaderColumn& c) { return c.role == ColumnRole::adjusted; }) > 1;
  if (twins && !has(columns, ColumnRole::initial)) first->role = ColumnRole::initial;
  for (std::size_t at = 0; at < columns.size(); ++at)
    for (std::size_t before = 0; before < at; ++before)
      if (columns[before].role == columns[at].role) columns[at].role = ColumnRole::none;
  std::erase_if(columns, [](const HeaderColumn& c) { return c.role == ColumnRole::none; });
}

bool is_figure(const std::string& text) {
  return !text.empty() && text.find_first_not_of("0123456789.") == std::string::npos;
}

/// An OCR layer has lost the header cell 得分: the column that is left for reasons holds nothing but figures.
void find_lost_score(const TableWords& words, Header& header) {
  bool weighted = has(header.columns, ColumnRole::weight) && !has(header.columns, ColumnRole::score);
  if (!words.table().ocr || !weighted) return;
  for (HeaderColumn& column : header.columns) {
    if (column.role != ColumnRole::reason) continue;
    int figures = 0, texts = 0;
    for (int row = header.end_row; row < words.table().rows; ++row)
      for (int cell : words.within(row, column.range)) {
        const std::string& text = words.cell(cell).text;
        (is_figure(text) ? figures : texts) += !text.empty();
      }
    if (figures > 2 && figures > 4 * texts) column.role = ColumnRole::score;
  }
}

}  // namespace

const HeaderColumn* Header::column(ColumnRole role) const {
  auto found =
      std::find_if(columns.begin(), columns.end(), [&](const HeaderColumn& c) { return c.role == role; });
  return found == columns.end() ? nullptr : &*found;
}

std::optional<Header> read_header(const TableWords& words, int row) {
  Header header;
  header.row = row;
  header.columns = header_cells(words, row, header.end_row);
  if (header.columns.size() < 2) return std::nullopt;
  auto type = type_of(header.columns);
  if (!type) return std::nullopt;
  header.type = *type;
  if (header.type == BlockType::funds && states_figures(words, row)) return std::nullopt;
  if (header.type == BlockType::funds) find_labels(words, header.end_row, header.columns);
  settle_twins(header.columns);
  if (header.type == BlockType::indicators) find_lost_score(words, header);
  return header;
}

}  // namespace ziping
