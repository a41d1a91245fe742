#include "form/block.h"

#include "form/money_unit.h"

#include <algorithm>
#include <array>

namespace ziping {
namespace {

struct AmountColumn {
  ColumnRole role;
  std::optional<Decimal> FundRow::*figure;
};
constexpr std::array<AmountColumn, 3> kAmounts = {{{ColumnRole::initial, &FundRow::initial},
                                                   {ColumnRole::adjusted, &FundRow::adjusted},
                                                   {ColumnRole::executed, &FundRow::executed}}};

std::string source_of(const TableView& table, int cell) {
  const std::string* source = table.words.words().fund_rows.find(table.words.key(cell));
  return source == nullptr ? "" : *source;
}

/// Reads the rows under one header.
class FundReader {
 public:
  FundReader(const Block& block, Form& form) : block_(block), words_(block.table.words), form_(form) {
    first_amount_ = words_.table().columns;
    for (const HeaderColumn& column : block.header.columns)
      if (column.role != ColumnRole::source) first_amount_ = std::min(first_amount_, column.range.begin);
  }

  /// A rule between two rows of figures may be missing: what is no label ends the block.
  bool read_row(int row) {
    int label = label_cell(row);
    if (label < 0) return false;
    FundRow fund;
    fund.label = words_.cell(label).printed;
    fund.source = source_of(block_.table, label);
    fund.label_cell = block_.table.id(label);
    auto uses = read_figures(row, label, fund);
    if (uses.empty() && fund.source.empty()) return false;
    int index = static_cast<int>(form_.funds.size());
    for (CellUse& use : uses) use.row = index;
    form_.uses.insert(form_.uses.end(), uses.begin(), uses.end());
    form_.funds.push_back(std::move(fund));
    return true;
  }

 private:
  /// The cell beside the first column of figures; where it is empty, the one before it.
  int label_cell(int row) const {
    int label = -1;
    for (int index : words_.row(row)) {
      const Cell& cell = words_.cell(index);
      if (cell.column >= first_amount_) break;
      if (!cell.empty() && (cell.row == row || label < 0)) label = index;
    }
    bool own = label >= 0 && (words_.cell(label).row == row || words_.cell(label).row_span == 1);
    return own ? label : -1;
  }

  std::vector<CellUse> read_figures(int row, int label, FundRow& fund) const {
    std::vector<CellUse> uses;
    const CellValues& values = block_.table.values;
    auto take = [&](ColumnRole role, std::optional<Decimal>& figure, auto read) {
      int cell = block_.cell(role, row);
      if (cell < 0) return;
      figure = block_.table.figure(cell, fund.repair, read);
      if (figure) uses.push_back({block_.table.id(cell), role, -1, true, false});
    };
    auto own = money_unit_in(words_.cell(label).text, values);
    for (const AmountColumn& column : kAmounts)
      take(column.role, fund.*column.figure,
           [&](const std::string& text) { return values.money(text, own ? own : block_.unit(column.role)); });
    take(ColumnRole::weight, fund.weight, [&](const std::string& text) { return values.points(text); });
    take(ColumnRole::score, fund.score, [&](const std::string& text) { return values.points(text); });
    take(ColumnRole::rate, fund.rate, [&](const std::string& text) { return rate_of(text, fund); });
    return uses;
  }

  /// A rate that its narrow cell has broken (`89.0` `8%`) is one where amounts or score say so.
  std::optional<Decimal> rate_of(const std::string& text, FundRow& fund) const {
    auto rate = block_.table.values.rate(text);
    if (rate || text.find(' ') == std::string::npos) return rate;
    std::string joined = text;
    std::erase(joined, ' ');
    rate = block_.table.values.rate(joined);
    if (!rate || !(follows_from_amounts(*rate, fund) || explains_score(*rate, fund))) return std::nullopt;
    fund.repair = "rate broken in its cell, confirmed by the other figures of its row";
    return rate;
  }

  static bool follows_from_amounts(const Decimal& rate, const FundRow& fund) {
    const auto& budget = fund.adjusted ? fund.adjusted : fund.initial;
    return budget && fund.executed && !budget->zero() &&
           Decimal::ratio(fund.executed->shifted(2), *budget, rate.decimals()) == rate;
  }

  static bool explains_score(const Decimal& rate, const FundRow& fund) {
    return fund.weight && fund.score &&
           Decimal::ratio(*fund.weight * rate, Decimal(100), fund.score->decimals()) == *fund.score;
  }

  const Block& block_;
  const TableWords& words_;
  Form& form_;
  int first_amount_ = 0;
};

}  // namespace

int read_fund_rows(const Block& block, Form& form) {
  FundReader reader(block, form);
  int row = block.header.end_row;
  while (row < block.table.rows() && !block.table.is_banner(row) && !read_header(block.table.words, row) &&
         reader.read_row(row))
    ++row;
  return row;
}

namespace {

/// Amounts and rate of a form that stacks them: 全年预算数（A） | 640.00 above 全年执行数（B） | 629.76.
bool read_stacked(const TableView& table, int label, int figure, Form& form) {
  ColumnRole role = table.words.column(label);
  auto amount = std::find_if(kAmounts.begin(), kAmounts.end(),
                             [&](const AmountColumn& column) { return column.role == role; });
  bool first = form.funds.empty();
  if (amount == kAmounts.end() && (role != ColumnRole::rate || first)) return false;
  const std::string& text = table.words.cell(figure).text;
  auto value = amount == kAmounts.end() ? table.values.rate(text) : table.values.money(text, table.caption);
  if (!value) return false;
  if (first) {
    FundRow fund;
    fund.label = table.words.cell(label).printed;
    fund.source = "total";
    fund.label_cell = table.id(label);
    form.funds.push_back(std::move(fund));
  }
  FundRow& fund = form.funds.front();
  (amount == kAmounts.end() ? fund.rate : fund.*amount->figure) = value;
  form.uses.push_back({table.id(figure), role, 0, true, false});
  return true;
}

/// An amount beside the label of its source: 年度资金总额 | 285.57.
bool read_labelled(const TableView& table, int label, int figure, Form& form) {
  std::string source = source_of(table, label);
  if (source.empty()) return false;
  auto power = money_unit_in(table.words.cell(label).text, table.values);
  auto amount = table.values.money(table.words.cell(figure).text, power ? power : table.caption);
  if (!amount) return false;
  FundRow fund;
  fund.label = table.words.cell(label).printed;
  fund.source = source;
  fund.initial = amount;
  fund.label_cell = table.id(label);
  form.uses.push_back(
      {table.id(figure), ColumnRole::initial, static_cast<int>(form.funds.size()), true, false});
  form.funds.push_back(std::move(fund));
  return true;
}

}  // namespace

bool read_labelled_funds(const TableView& table, int row, Form& form) {
  auto cells = table.words.printed_row(row);
  bool any = false;
  for (std::size_t at = 0; at + 1 < cells.size(); ++at) {
    if (!read_labelled(table, cells[at], cells[at + 1], form) &&
        !read_stacked(table, cells[at], cells[at + 1], form))
      continue;
    any = true;
    ++at;
  }
  return any;
}

}  // namespace ziping
