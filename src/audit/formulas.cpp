#include "audit/checks.h"
#include "audit/choices.h"

#include <fmt/format.h>

#include <algorithm>

namespace ziping {
namespace {

/// The operands that the relation's expression finds in the words right before a rate.
struct Operands {
  Decimal part, whole;
  std::string shown;
};

std::optional<Decimal> operand(std::string text) {
  std::erase(text, ',');
  return Decimal::parse(text);
}

std::optional<Operands> operands_before(const Relation& relation, const Ledger& ledger, const Fact& rate) {
  constexpr std::size_t kReach = 120;
  std::size_t begin = ledger.text().rfind('\n', rate.span.begin);
  begin = begin == std::string_view::npos ? 0 : begin + 1;
  begin = std::max(begin, rate.span.begin > kReach ? rate.span.begin - kReach : 0);
  std::string_view before = ledger.between(begin, rate.span.begin);
  auto formula = relation.re->find(before, 0);
  auto part = relation.re->find(before, 0, 1), whole = relation.re->find(before, 0, 2);
  if (!formula || !part || !whole) return std::nullopt;
  auto a = operand(std::string(part->of(before))), b = operand(std::string(whole->of(before)));
  if (!a || !b || b->zero()) return std::nullopt;
  return Operands{*a, *b, std::string(formula->of(before))};
}

/// A figure of the report that could have been the divisor, and is another: the divisor was the dividend.
const Fact* true_whole(const Relation& relation, const Ledger& ledger, const Operands& operands) {
  if (operands.part != operands.whole) return nullptr;
  const Fact* whole = nullptr;
  for (const Ledger::Match& match : ledger.matches(relation, "whole")) {
    const Fact& fact = *match.entry->fact;
    auto printed = operand(fact.shown.substr(0, fact.shown.find_first_not_of("0123456789.,")));
    if (printed == operands.whole) return nullptr;
    if (whole == nullptr) whole = &fact;
  }
  return whole;
}

/// The dividend among the figures of the report: the formula prints it without its unit.
std::optional<Fact> dividend(const Ledger& ledger, const Operands& operands) {
  for (const Entry& entry : ledger.entries()) {
    if (!entry.fact || entry.mention->kind != Kind::amount) continue;
    const std::string& shown = entry.fact->shown;
    if (operand(shown.substr(0, shown.find_first_not_of("0123456789.,"))) == operands.part) return entry.fact;
  }
  return std::nullopt;
}

/// Returns whether the rate has a formula.
bool check_formula(const Relation& relation, Ledger& ledger, const Fact& rate) {
  auto operands = operands_before(relation, ledger, rate);
  if (!operands || ledger.claimed(relation, rate)) return false;
  const Fact* whole = true_whole(relation, ledger, *operands);
  auto part = dividend(ledger, *operands);
  if (whole != nullptr && part && !whole->value.zero()) {
    Decimal computed = Decimal::ratio(part->value.shifted(2), whole->value, rate.place.decimals() + 2);
    ledger.add(relation, Severity::disagree, rate, computed, {&*part, whole},
               fmt::format("{} divides {} by itself; of {} it is {}%.", operands->shown, part->shown,
                           whole->shown, computed.str()));
    return true;
  }
  Decimal computed = Decimal::ratio(operands->part.shifted(2), operands->whole, rate.place.decimals());
  ledger.add(relation, judge(rate, computed, Decimal(0)), rate, computed, {},
             fmt::format("{} is {}%; stated is {}.", operands->shown, computed.str(), rate.shown));
  return true;
}

}  // namespace

void checks::formula(const Relation& relation, Ledger& ledger) {
  constexpr int kMost = 200;  // a report that writes out more is none
  int found = 0;
  for (const Entry& entry : ledger.entries())
    if (found < kMost && entry.fact && entry.mention->quantity.unit == "percent" &&
        relation.fits("stated", entry.mention->detail))
      found += check_formula(relation, ledger, *entry.fact);
}

}  // namespace ziping
