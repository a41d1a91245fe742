#include "audit/bands.h"
#include "audit/checks.h"
#include "audit/form_cells.h"

#include <fmt/format.h>

#include <optional>

namespace ziping {
namespace {

/// What the rows of a form add up to, with or without the points for its budget.
struct Total {
  Decimal value;
  bool with_budget = false;
};

Total total_of(const Points& points, const Decimal& stated) {
  Decimal sum = points.sum();
  if (!points.budget || sum == stated) return {sum, false};
  return {sum + points.budget->value, true};
}

std::vector<const Fact*> facts_of(const Points& points, bool with_budget) {
  std::vector<const Fact*> facts;
  if (with_budget) facts.push_back(&*points.budget);
  for (const Fact& fact : points.indicators) facts.push_back(&fact);
  return facts;
}

/// A row that was not read lowers both sums: its weight, and the points it was given.
bool row_is_missing(const Ledger& ledger, const Form& form) {
  auto weight = total_fact(ledger, form, ColumnRole::weight),
       score = total_fact(ledger, form, ColumnRole::score);
  if (!weight || !score) return false;
  Points weights = points_of(ledger, form, ColumnRole::weight),
         scores = points_of(ledger, form, ColumnRole::score);
  Decimal weight_gap = weight->value - total_of(weights, weight->value).value;
  Decimal score_gap = score->value - total_of(scores, score->value).value;
  return weight_gap > Decimal(0) && score_gap > Decimal(0) && score_gap <= weight_gap;
}

void check_total(const Relation& relation, Ledger& ledger, const Form& form, ColumnRole role,
                 const Fact& stated, const char* what) {
  Points points = points_of(ledger, form, role);
  if (points.indicators.size() < 2) return;
  Total total = total_of(points, stated.value);
  Severity severity = total.value == stated.value ? Severity::agree : Severity::disagree;
  bool doubtful = !points.whole || ledger.is_misreadable(form) || row_is_missing(ledger, form);
  if (severity == Severity::disagree && doubtful) return;
  ledger.add(relation, severity, stated, total.value, facts_of(points, total.with_budget),
             fmt::format("The {} of the rows add up to {}; the total is {}.", what, total.value.str(),
                         stated.shown));
}

}  // namespace

void checks::weight_sum(const Relation& relation, Ledger& ledger) {
  for (const Form* form : ledger.forms())
    if (auto stated = total_fact(ledger, *form, ColumnRole::weight))
      check_total(relation, ledger, *form, ColumnRole::weight, *stated, "weights");
}

void checks::score_sum(const Relation& relation, Ledger& ledger) {
  for (const Form* form : ledger.forms())
    if (auto stated = total_fact(ledger, *form, ColumnRole::score))
      check_total(relation, ledger, *form, ColumnRole::score, *stated, "scores");
}

void checks::level_weight(const Relation& relation, Ledger& ledger) {
  for (const Form* form : ledger.forms())
    for (int row = 0; row < static_cast<int>(form->indicators.size());) {
      const std::string& level = form->indicators[static_cast<std::size_t>(row)].level1;
      int end = row;
      Decimal sum;
      bool whole = true;
      std::vector<Fact> facts;
      for (; end < static_cast<int>(form->indicators.size()) &&
             form->indicators[static_cast<std::size_t>(end)].level1 == level;
           ++end) {
        auto weight = indicator_fact(ledger, *form, end, ColumnRole::weight);
        whole = whole && weight;
        if (weight) facts.push_back(*weight);
        if (weight) sum = sum + weight->value;
      }
      auto number = relation.re->find(level, 0, 1);
      auto stated = number ? Decimal::parse(number->of(level)) : std::nullopt;
      CellId cell = cell_of(*form, false, row, ColumnRole::level1);
      if (stated && whole && !facts.empty()) {
        Fact fact = cell.known() ? ledger.fact_of_cell(cell, *stated) : facts.front();
        fact.value = *stated;
        std::vector<const Fact*> others;
        for (const Fact& one : facts) others.push_back(&one);
        ledger.add(relation, sum == *stated ? Severity::agree : Severity::disagree, fact, sum, others,
                   fmt::format("The weights under {} add up to {}.", level, sum.str()));
      }
      row = end;
    }
}

void checks::score_cap(const Relation& relation, Ledger& ledger) {
  for (const Form* form : ledger.forms())
    for (int row = 0; row < static_cast<int>(form->indicators.size()); ++row) {
      auto weight = indicator_fact(ledger, *form, row, ColumnRole::weight);
      auto score = indicator_fact(ledger, *form, row, ColumnRole::score);
      if (!weight || !score || score->value <= weight->value) continue;
      ledger.add(relation, Severity::disagree, *score, weight->value, {&*weight},
                 fmt::format("{} points are given where {} can be had.", score->shown, weight->shown));
    }
}

void checks::form_grade(const Relation& relation, Ledger& ledger) {
  for (const Form* form : ledger.forms()) {
    auto score = total_fact(ledger, *form, ColumnRole::score);
    const FormHead& head = form->head;
    if (!score || head.grade.empty() || (head.total_weight && *head.total_weight != Decimal(100))) continue;
    judge_grade(relation, ledger, *score, head.grade);
  }
}

}  // namespace ziping
