#include "audit/checks.h"
#include "audit/form_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace ziping {
namespace {

/// Rows that other rows of a funds block may be parts of, or may repeat by another division: left out of a
/// sum, or summed alone, they give the total in forms that divide the money twice.
constexpr std::array<std::string_view, 6> kLevels = {"central", "province", "city",
                                                     "county",  "township", "central_province"};

enum class Division { all, no_levels, no_fiscal, no_local_levels, kinds, no_kinds };
constexpr std::array<Division, 6> kDivisions = {Division::all,       Division::no_levels,
                                                Division::no_fiscal, Division::no_local_levels,
                                                Division::kinds,     Division::no_kinds};

bool is_level(std::string_view source) {
  return std::find(kLevels.begin(), kLevels.end(), source) != kLevels.end();
}
bool is_kind(std::string_view source) {
  return source == "basic" || source == "project";
}

bool counts(Division division, std::string_view source) {
  switch (division) {
    case Division::all:
      return true;
    case Division::no_levels:
      return !is_level(source) && source != "local";
    case Division::no_fiscal:
      return source != "fiscal";
    case Division::no_local_levels:
      return !is_level(source) || source == "central";
    case Division::kinds:
      return is_kind(source);
    case Division::no_kinds:
      return !is_kind(source);
  }
  return true;
}

struct Parts {
  std::vector<Fact> facts;
  std::vector<std::string_view> sources;
};

Parts parts_below(const Ledger& ledger, const Form& form, int total, ColumnRole column) {
  Parts parts;
  for (int row = total + 1; row < static_cast<int>(form.funds.size()); ++row) {
    const FundRow& fund = form.funds[static_cast<std::size_t>(row)];
    if (fund.source == "total") break;
    if (auto fact = fund_fact(ledger, form, row, column)) {
      parts.facts.push_back(*fact);
      parts.sources.push_back(fund.source);
    }
  }
  return parts;
}

struct FundSum {
  std::vector<const Fact*> parts;
  Decimal value;
  Severity severity = Severity::disagree;
};

FundSum sum_of(const Fact& total, const Parts& parts, Division division) {
  FundSum sum;
  Decimal slack;
  for (std::size_t i = 0; i < parts.facts.size(); ++i) {
    if (!counts(division, parts.sources[i])) continue;
    sum.parts.push_back(&parts.facts[i]);
    sum.value = sum.value + parts.facts[i].value;
    slack = slack + parts.facts[i].slack;
  }
  sum.severity = judge(total, sum.value, slack);
  return sum;
}

/// The division that gives the total; else the one that comes nearest.
FundSum best_sum(const Fact& total, const Parts& parts) {
  FundSum best;
  for (Division division : kDivisions) {
    FundSum sum = sum_of(total, parts, division);
    if (sum.parts.empty()) continue;
    bool better = best.parts.empty() || sum.severity < best.severity ||
                  (sum.severity == best.severity &&
                   magnitude(sum.value - total.value) < magnitude(best.value - total.value));
    if (better) best = std::move(sum);
  }
  return best;
}

void check_column(const Relation& relation, Ledger& ledger, const Form& form, ColumnRole column) {
  int row = total_row(form);
  auto total = row < 0 ? std::nullopt : fund_fact(ledger, form, row, column);
  if (!total) return;
  Parts parts = parts_below(ledger, form, row, column);
  if (parts.facts.empty()) return;
  FundSum sum = best_sum(*total, parts);
  bool one = parts.facts.size() == 1;  // the others may go unsaid
  if (sum.severity == Severity::disagree && (one || sum.value.zero())) return;
  ledger.add(relation, sum.severity, *total, sum.value, sum.parts,
             fmt::format("The rows below add up to {} ({}); the total row says {}.",
                         restated(*total, sum.value), name_of(column), total->shown));
}

struct Rated {
  Fact whole;
  Decimal percent;
  Severity severity;
};

/// The budget that gives the rate: the adjusted one, then the initial one; else the first there is.
std::optional<Rated> rated(const Relation& relation, const Ledger& ledger, const Form& form, int row,
                           const Fact& rate, const Fact& spent) {
  std::optional<Rated> best;
  for (const std::string& name : relation.list("columns")) {
    auto whole = fund_fact(ledger, form, row, *column_role_named(name));
    if (!whole) continue;
    auto share = share_of(spent, *whole, rate.place.decimals());
    if (!share) return std::nullopt;  // nothing to divide by: 0 and 100 are both written
    Rated one{*whole, Decimal::ratio(spent.value.shifted(2), whole->value, rate.place.decimals() + 2),
              judge(rate, *share)};
    if (!best || one.severity < best->severity) best = one;
  }
  return best;
}

}  // namespace

void checks::fund_sum(const Relation& relation, Ledger& ledger) {
  for (const Form* form : ledger.forms())
    for (const std::string& column : relation.list("columns"))
      check_column(relation, ledger, *form, *column_role_named(column));
}

void checks::fund_rate(const Relation& relation, Ledger& ledger) {
  for (const Form* form : ledger.forms()) {
    int total = total_row(*form);
    for (int row = 0; row < static_cast<int>(form->funds.size()); ++row) {
      auto rate = fund_fact(ledger, *form, row, ColumnRole::rate);
      auto spent = fund_fact(ledger, *form, row, ColumnRole::executed);
      if (!rate || !spent) continue;
      auto found = rated(relation, ledger, *form, row, *rate, *spent);
      if (!found) continue;
      bool copied =
          row != total && total >= 0 && form->funds[static_cast<std::size_t>(total)].rate == rate->value;
      if (found->severity == Severity::disagree && copied) continue;
      ledger.add(relation, found->severity, *rate, found->percent, {&*spent, &found->whole},
                 fmt::format("{} of {} is {}%; the row states {}.", spent->shown, found->whole.shown,
                             found->percent.str(), rate->shown));
    }
  }
}

void checks::fund_score(const Relation& relation, Ledger& ledger) {
  for (const Form* form : ledger.forms()) {
    int row = total_row(*form);
    if (row < 0) continue;
    auto weight = fund_fact(ledger, *form, row, ColumnRole::weight);
    auto score = fund_fact(ledger, *form, row, ColumnRole::score);
    auto rate = fund_fact(ledger, *form, row, ColumnRole::rate);
    if (!weight || !score || !rate) continue;
    Decimal share = std::min(rate->value, Decimal(100));
    Decimal due = (weight->value * share).shifted(-2);
    Severity severity = score->value == rounded(due, *score)
                            ? Severity::agree
                            : judge(*score, due, (rate->slack * weight->value).shifted(-2));
    ledger.add(relation, severity, *score, due, {&*weight, &*rate},
               fmt::format("{} points at a rate of {} are {}; the row gives {}.", weight->shown, rate->shown,
                           due.str(), score->shown));
  }
}

}  // namespace ziping
