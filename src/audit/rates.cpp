#include "audit/checks.h"
#include "audit/choices.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace ziping {
namespace {

constexpr int kMoreDecimals = 2;  ///< that a computed rate shows beside the stated one's

struct Quotient {
  const Fact* part;
  const Fact* whole;
  const Mention* of;  ///< the whole's mention
  Severity severity;
};

int decimals_of(const Fact& rate) {
  return rate.place.decimals();
}

Decimal percent(const Fact& part, const Fact& whole, const Fact& rate) {
  return Decimal::ratio(part.value.shifted(2), whole.value, decimals_of(rate) + kMoreDecimals);
}

/// A rate that is a result: no target, no change, none of an earlier year.
bool is_stated(const Relation& relation, const Entry& entry) {
  const Mention& mention = *entry.mention;
  return entry.fact && mention.quantity.unit == "percent" && mention.change == Change::none &&
         mention.role != Role::prior && mention.role != Role::target &&
         relation.fits("stated", mention.detail);
}

class RateCheck {
 public:
  RateCheck(const Relation& relation, Ledger& ledger, const Entry& rate)
      : relation_(relation), ledger_(ledger), rate_(rate), stated_(*rate.fact) {
    parts_ = choices(relation, "part", ledger, rate);
    wholes_ = choices(relation, "whole", ledger, rate);
  }

  void run() {
    if (ledger_.claimed(relation_, stated_)) return;
    std::optional<Quotient> fit = best(wholes_);
    if (!fit) fit = best(choices(relation_, "also", ledger_, rate_));
    if (fit) return confirm(*fit);
    if (relation_.number("silent") != 0) return;
    const Entry* part = own_part();
    if (part == nullptr || is_listed()) return;
    const Entry* whole = only_one_beside(wholes_);
    const Entry* total = only_one(wholes_, Nearness::report);
    if (whole == nullptr && total != nullptr && same_budget(*part, *total)) whole = total;
    if (whole != nullptr && !whole->fact->value.zero()) accuse(*part->fact, *whole);
  }

 private:
  /// The first pair that gives the rate; one that agrees before one that rounding explains. Figures far
  /// apart may give a rate by chance, so the part must stand in the rate's paragraph, or be the only one.
  std::optional<Quotient> best(const std::vector<Choice>& wholes) const {
    std::optional<Quotient> best;
    const Entry* only = own_pair() ? own_part() : only_one(parts_, Nearness::report);
    for (const Choice& part : parts_) {
      bool strange = own_pair() || part.nearness == Nearness::report;
      if (strange && part.entry != only) continue;
      for (const Choice& whole : wholes) {
        if (whole.entry == part.entry) continue;
        auto share = share_of(*part.entry->fact, *whole.entry->fact, decimals_of(stated_));
        if (!share) continue;
        Severity severity = judge(stated_, *share);
        if (severity == Severity::disagree || (best && best->severity <= severity)) continue;
        best = Quotient{&*part.entry->fact, &*whole.entry->fact, whole.entry->mention, severity};
      }
    }
    return best;
  }

  void confirm(const Quotient& fit) {
    ledger_.add(relation_, fit.severity, stated_, percent(*fit.part, *fit.whole, stated_),
                {fit.part, fit.whole},
                fmt::format("{} of {} ({}) is {}%, stated as {}.", fit.part->shown, fit.whole->shown,
                            fit.of->detail, percent(*fit.part, *fit.whole, stated_).str(), stated_.shown));
  }

  /// The one part that the sentence gives before its rate.
  const Entry* own_part() const {
    const Entry* part = only_one_beside(parts_);
    return part != nullptr && part->mention->span.begin < rate_.mention->span.begin ? part : nullptr;
  }

  /// The rate's part of the sentence gives one part and one whole: no other part is meant.
  bool own_pair() const {
    const Entry *part = only_one(parts_, Nearness::part), *whole = only_one(wholes_, Nearness::part);
    if (part == nullptr || whole == nullptr || part == whole || is_listed()) return false;
    std::size_t rate = rate_.mention->span.begin;
    return part->mention->span.begin < rate && whole->mention->span.begin < rate;
  }

  /// One of several rates in a row: which figure it belongs to is not certain.
  bool is_listed() const {
    int rates = 0;
    for (const Entry& entry : ledger_.sentence(rate_))
      rates += nearness(ledger_, entry, rate_) == Nearness::part &&
               relation_.fits("stated", entry.mention->detail);
    return rates > 1;
  }

  /// The report knows one total only, and what is spent is spent of it: the list begins with the totals.
  bool same_budget(const Entry& part, const Entry& total) const {
    constexpr std::size_t kTotals = 3;
    const std::string& code = part.mention->detail;
    if (code != "fund.expense" && !code.ends_with(".total")) return false;
    return std::all_of(wholes_.begin(), wholes_.end(), [&](const Choice& whole) {
      return whole.rank >= kTotals || whole.entry->fact->value == total.fact->value;
    });
  }

  void accuse(const Fact& part, const Entry& whole) {
    std::string why;
    const Fact* wrong_whole = nullptr;
    for (const Choice& wrong : choices(relation_, "wrong", ledger_, rate_)) {
      auto share = share_of(part, *wrong.entry->fact, decimals_of(stated_));
      if (!share || judge(stated_, *share) == Severity::disagree) continue;
      wrong_whole = &*wrong.entry->fact;
      why = fmt::format(", which is its share of {} ({})", wrong_whole->shown, wrong.entry->mention->detail);
      break;
    }
    std::vector<const Fact*> others = {&part, &*whole.fact};
    if (wrong_whole != nullptr) others.push_back(wrong_whole);
    Decimal computed = percent(part, *whole.fact, stated_);
    ledger_.add(relation_, Severity::disagree, stated_, computed, others,
                fmt::format("{} of {} ({}) is {}%; stated is {}{}.", part.shown, whole.fact->shown,
                            whole.mention->detail, computed.str(), stated_.shown, why));
  }

  const Relation& relation_;
  Ledger& ledger_;
  const Entry& rate_;
  const Fact& stated_;
  std::vector<Choice> parts_, wholes_;
};

}  // namespace

void checks::ratio(const Relation& relation, Ledger& ledger) {
  for (const Entry& entry : ledger.entries())
    if (is_stated(relation, entry)) RateCheck(relation, ledger, entry).run();
}

}  // namespace ziping
