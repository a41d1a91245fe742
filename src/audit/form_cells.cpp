#include "audit/form_cells.h"

#include <algorithm>
#include <set>

namespace ziping {
namespace {

std::optional<Decimal> value_of(const FundRow& row, ColumnRole role) {
  switch (role) {
    case ColumnRole::initial:
      return row.initial;
    case ColumnRole::adjusted:
      return row.adjusted;
    case ColumnRole::executed:
      return row.executed;
    case ColumnRole::weight:
      return row.weight;
    case ColumnRole::rate:
      return row.rate;
    case ColumnRole::score:
      return row.score;
    default:
      return std::nullopt;
  }
}

/// A value that stands in no cell of its own (its cell was cut from a glued one) is printed as it is.
Fact fact_of(const Ledger& ledger, CellId cell, CellId row, const Decimal& value) {
  if (cell.known()) return ledger.fact_of_cell(cell, value);
  Fact fact = row.known() ? ledger.fact_of_cell(row, value) : Fact{.value = value};
  fact.shown = value.str();
  fact.place = last_place(fact.shown, value);
  fact.slack = (fact.place * Decimal(5)).shifted(-1);
  return fact;
}

}  // namespace

CellId cell_of(const Form& form, bool funds, int row, ColumnRole role) {
  for (const CellUse& use : form.uses)
    if (use.funds == funds && use.row == row && use.role == role && !use.total) return use.cell;
  return {};
}

std::optional<Fact> fund_fact(const Ledger& ledger, const Form& form, int row, ColumnRole role) {
  const FundRow& fund = form.funds[static_cast<std::size_t>(row)];
  auto value = value_of(fund, role);
  if (!value) return std::nullopt;
  return fact_of(ledger, cell_of(form, true, row, role), fund.label_cell, *value);
}

std::optional<Fact> indicator_fact(const Ledger& ledger, const Form& form, int row, ColumnRole role) {
  const IndicatorRow& indicator = form.indicators[static_cast<std::size_t>(row)];
  const auto& value = role == ColumnRole::weight ? indicator.weight : indicator.score;
  if (!value) return std::nullopt;
  return fact_of(ledger, cell_of(form, false, row, role), indicator.name_cell, *value);
}

std::optional<Fact> total_fact(const Ledger& ledger, const Form& form, ColumnRole role) {
  const auto& value = role == ColumnRole::weight ? form.head.total_weight : form.head.total_score;
  if (!value) return std::nullopt;
  for (const CellUse& use : form.uses)
    if (use.total && use.role == role) return ledger.fact_of_cell(use.cell, *value);
  return fact_of(ledger, {}, {}, *value);
}

std::optional<Fact> stated_fact(const Ledger& ledger, const StatedValue& stated) {
  if (!stated.quantity || stated.quantity->high || !stated.quantity->word.empty() || !stated.cell.known())
    return std::nullopt;
  Fact fact = ledger.fact_of_cell(stated.cell, stated.quantity->low);
  fact.shown = stated.text;
  fact.place = last_place(stated.text, fact.value);
  fact.slack = (fact.place * Decimal(5)).shifted(-1);
  return fact;
}

int total_row(const Form& form) {
  for (std::size_t row = 0; row < form.funds.size(); ++row)
    if (form.funds[row].source == "total") return static_cast<int>(row);
  return -1;
}

Decimal Points::sum() const {
  Decimal sum;
  for (const Fact& fact : indicators) sum = sum + fact.value;
  return sum;
}

Points points_of(const Ledger& ledger, const Form& form, ColumnRole role) {
  Points points;
  std::set<std::pair<int, int>> seen;
  for (int row = 0; row < static_cast<int>(form.indicators.size()); ++row) {
    const IndicatorRow& indicator = form.indicators[static_cast<std::size_t>(row)];
    auto fact = indicator_fact(ledger, form, row, role);
    if (!fact && indicator.weight) points.whole = false;
    CellId cell = cell_of(form, false, row, role);
    if (fact && (!cell.known() || seen.insert({cell.table, cell.cell}).second))
      points.indicators.push_back(*fact);
  }
  if (int row = total_row(form); row >= 0) points.budget = fund_fact(ledger, form, row, role);
  return points;
}

}  // namespace ziping
