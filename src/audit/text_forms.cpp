#include "audit/checks.h"
#include "audit/form_cells.h"
#include "audit/likeness.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace ziping {
namespace {

constexpr std::size_t kShortCore = 4;
constexpr long long kNear = 20;  ///< percent: beyond it text and form speak of different things

/// What the forms of a report state as a whole in a column.
std::vector<Fact> totals_of(const Ledger& ledger, const Form& form, const Relation& relation) {
  std::vector<Fact> totals;
  for (const std::string& name : relation.list("columns")) {
    ColumnRole role = *column_role_named(name);
    if (role == ColumnRole::score) {
      if (auto fact = total_fact(ledger, form, role)) totals.push_back(*fact);
    } else if (int row = total_row(form); row >= 0) {
      if (auto fact = fund_fact(ledger, form, row, role)) totals.push_back(*fact);
    }
  }
  return totals;
}

const Fact* nearest(const std::vector<Fact>& facts, const Decimal& value) {
  const Fact* nearest = nullptr;
  for (const Fact& fact : facts)
    if (nearest == nullptr || magnitude(fact.value - value) < magnitude(nearest->value - value))
      nearest = &fact;
  return nearest;
}

Severity hold(const Fact& text, const Fact& form) {
  if (text.value == form.value) return Severity::agree;
  return magnitude(text.value - form.value) <= text.slack + form.slack ? Severity::rounding
                                                                       : Severity::disagree;
}

void tell(const Relation& relation, Ledger& ledger, const Fact& text, const Fact& form,
          std::string_view what) {
  ledger.add(relation, hold(text, form), text, form.value, {&form},
             fmt::format("The text states {} ({}), the form {}.", text.shown, what, form.shown));
}

}  // namespace

void checks::text_form(const Relation& relation, Ledger& ledger) {
  if (ledger.forms().size() != 1 || ledger.forms().front()->targets_only) return;
  std::vector<Fact> totals = totals_of(ledger, *ledger.forms().front(), relation);
  const std::vector<Ledger::Match>& matches = ledger.matches(relation, "stated");
  if (totals.empty() || matches.empty()) return;
  bool one_value = std::all_of(matches.begin(), matches.end(), [&](const Ledger::Match& match) {
    return match.entry->fact->value == matches.front().entry->fact->value;
  });
  for (const Ledger::Match& match : matches) {
    const Entry& entry = *match.entry;
    if (entry.mention->role == Role::prior || entry.mention->change != Change::none) continue;
    const Fact* form = nearest(totals, entry.fact->value);
    bool same_thing = one_value && near(entry.fact->value, form->value, kNear);
    if (hold(*entry.fact, *form) == Severity::disagree && !same_thing) continue;
    tell(relation, ledger, *entry.fact, *form, entry.mention->detail);
    if (one_value) return;
  }
}

void checks::text_indicator(const Relation& relation, Ledger& ledger) {
  if (ledger.forms().size() != 1) return;
  const Fillers fillers(relation.list("fillers"));
  for (const IndicatorRow& row : ledger.forms().front()->indicators) {
    std::u32string name = core_of(row.level3, fillers);
    if (name.size() < kShortCore) continue;
    for (const Entry& entry : ledger.entries()) {
      const Mention& mention = *entry.mention;
      bool actual = mention.role == Role::actual, target = mention.role == Role::target;
      const StatedValue& cell = actual ? row.actual : row.target;
      bool same = entry.fact && (actual || target) && cell.quantity && mention.change == Change::none &&
                  cell.quantity->unit == mention.quantity.unit && cell.per == mention.per &&
                  cell.quantity->comparator == Comparator::eq;
      if (!same || core_of(mention.subject.of(ledger.text()), fillers) != name) continue;
      auto fact = stated_fact(ledger, cell);
      if (fact && !ledger.claimed(relation, *entry.fact))
        tell(relation, ledger, *entry.fact, *fact, row.level3);
    }
  }
}

}  // namespace ziping
