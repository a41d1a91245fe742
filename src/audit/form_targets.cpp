#include "audit/checks.h"
#include "audit/form_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace ziping {
namespace {

bool names_one_of(const IndicatorRow& row, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return row.level1.find(word) != std::string::npos || row.level2.find(word) != std::string::npos ||
           row.level3.find(word) != std::string::npos || row.target.quantity->unit == word;
  });
}

/// Whether the target is missed; empty where that cannot be told.
std::optional<bool> is_missed(const Relation& relation, const IndicatorRow& row, const Fact& target,
                              const Fact& actual) {
  switch (row.target.quantity->comparator) {
    case Comparator::ge:
      return actual.value < target.value;
    case Comparator::gt:
      return actual.value <= target.value;
    case Comparator::le:
      return actual.value > target.value;
    case Comparator::lt:
      return actual.value >= target.value;
    case Comparator::eq:  // less is a miss where more is better
      if (names_one_of(row, relation.list("lower"))) return std::nullopt;
      return actual.value < target.value;
    default:
      return std::nullopt;
  }
}

/// The two cells count the same thing, and the actual one says how many exactly.
bool comparable(const IndicatorRow& row) {
  if (!row.target.quantity || !row.actual.quantity) return false;
  const Quantity &target = *row.target.quantity, &actual = *row.actual.quantity;
  bool same_unit = target.unit == actual.unit || actual.unit.empty() || target.unit.empty();
  return same_unit && row.target.per == row.actual.per && actual.comparator == Comparator::eq;
}

/// An aim in words that the actual cell says was not reached.
bool is_unmet(const Relation& relation, const IndicatorRow& row) {
  constexpr std::size_t kLongest = 90;  // bytes: a longer cell tells of more than the result
  const std::string& actual = row.actual.text;
  if (row.target.quantity || row.actual.quantity || row.target.text.empty() || actual.size() > kLongest)
    return false;
  const std::vector<std::string>& words = relation.list("unmet");
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return actual.find(word) != std::string::npos && row.target.text.find(word) == std::string::npos;
  });
}

}  // namespace

void checks::missed_target(const Relation& relation, Ledger& ledger) {
  for (const Form* form : ledger.forms())
    for (int at = 0; at < static_cast<int>(form->indicators.size()); ++at) {
      const IndicatorRow& row = form->indicators[static_cast<std::size_t>(at)];
      auto weight = indicator_fact(ledger, *form, at, ColumnRole::weight);
      auto score = indicator_fact(ledger, *form, at, ColumnRole::score);
      if (weight && score && score->value == weight->value && is_unmet(relation, row)) {
        ledger.add(relation, Severity::disagree, *score, {}, {&*weight},
                   fmt::format("{}: {} was wanted, {} is what came; {} of {} points are given.", row.level3,
                               row.target.text, row.actual.text, score->shown, weight->shown));
        continue;
      }
      auto target = stated_fact(ledger, row.target), actual = stated_fact(ledger, row.actual);
      if (!weight || !score || !target || !actual || !comparable(row) || weight->value.zero()) continue;
      auto missed = is_missed(relation, row, *target, *actual);
      bool full = score->value == weight->value;
      if (!missed || !full) continue;
      bool up = row.target.quantity->comparator != Comparator::le &&
                row.target.quantity->comparator != Comparator::lt;
      const Decimal &part = up ? actual->value : target->value, &whole = up ? target->value : actual->value;
      Decimal due = weight->value;
      if (*missed && !whole.zero()) due = Decimal::ratio(weight->value * part, whole, 2);
      ledger.add(
          relation, *missed ? Severity::disagree : Severity::agree, *score, due,
          {&*target, &*actual, &*weight},
          fmt::format("{}: the target {} is {} by {}; {} of {} points are given.", row.level3, target->shown,
                      *missed ? "missed" : "met", actual->shown, score->shown, weight->shown));
    }
}

}  // namespace ziping
