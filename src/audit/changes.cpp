#include "audit/checks.h"
#include "audit/choices.h"

#include <fmt/format.h>

#include <array>
#include <optional>

namespace ziping {
namespace {

/// What stands in a sentence right before a figure of change, the nearest first.
std::vector<const Entry*> run_before(const Ledger& ledger, std::size_t at, std::size_t most) {
  const std::vector<Entry>& entries = ledger.entries();
  std::vector<const Entry*> run;
  for (std::size_t i = at; i-- > 0 && run.size() < most && same_sentence(entries[i], entries[at]);)
    run.push_back(&entries[i]);
  return run;
}

bool moves(const Mention& mention) {
  return mention.change == Change::increase || mention.change == Change::decrease;
}

/// 12.6万元，比上年的15.75万元减少3.15万元，下降20%: what there is of it.
struct Movement {
  const Fact *now = nullptr, *prior = nullptr, *by = nullptr;
};

Movement movement_before(const std::vector<const Entry*>& run, Change change) {
  Movement movement;
  for (const Entry* entry : run) {
    if (!entry->fact || entry->mention->kind == Kind::rate) break;
    bool amount = moves(*entry->mention);
    if (amount && (movement.by != nullptr || movement.prior != nullptr || entry->mention->change != change))
      break;
    const Fact*& place = amount                                ? movement.by
                         : entry->mention->role == Role::prior ? movement.prior
                                                               : movement.now;
    if (place != nullptr) break;
    place = &*entry->fact;
    if (movement.now != nullptr) break;
  }
  return movement;
}

bool same_unit(const std::vector<const Entry*>& run, const Movement& movement) {
  std::string unit;
  for (const Entry* entry : run) {
    const Fact* fact = entry->fact ? &*entry->fact : nullptr;
    if (fact == nullptr || (fact != movement.now && fact != movement.prior && fact != movement.by)) continue;
    if (!unit.empty() && unit != entry->mention->quantity.unit) return false;
    unit = entry->mention->quantity.unit;
  }
  return true;
}

/// The amount of change and the figure that it is a share of.
struct Growth {
  Fact by, prior;
  std::vector<const Fact*> others;
};

std::optional<Growth> growth_of(const Movement& movement, bool falls) {
  if (movement.now == nullptr || (movement.prior == nullptr && movement.by == nullptr)) return std::nullopt;
  Growth growth;
  Decimal now = movement.now->value;
  growth.others = {movement.now, movement.prior != nullptr ? movement.prior : movement.by};
  if (movement.prior != nullptr) {
    growth.prior = *movement.prior;
    growth.by = *movement.now;
    growth.by.value = falls ? growth.prior.value - now : now - growth.prior.value;
    growth.by.slack = movement.now->slack + movement.prior->slack;
    return growth;
  }
  growth.by = *movement.by;
  growth.prior = *movement.now;
  growth.prior.value = falls ? now + growth.by.value : now - growth.by.value;
  growth.prior.slack = movement.now->slack + movement.by->slack;
  return growth;
}

/// The figure that the change is of may be another one: a ； lies between, or what is told of the two
/// differs.
bool is_doubtful(const Ledger& ledger, const std::vector<const Entry*>& run, const Movement& movement,
                 const Entry& rate) {
  const Mention* now = nullptr;
  for (const Entry* entry : run)
    if (entry->fact && &*entry->fact == movement.now) now = entry->mention;
  std::string_view between = ledger.between(now->span.end, rate.mention->span.begin);
  bool same = now->detail == run.front()->mention->detail || movement.by == nullptr;
  return between.find("；") != std::string_view::npos || !same || now->detail == "other";
}

}  // namespace

void checks::growth(const Relation& relation, Ledger& ledger) {
  constexpr std::size_t kMost = 3;
  for (std::size_t at = 0; at < ledger.entries().size(); ++at) {
    const Entry& rate = ledger.entries()[at];
    const Mention& mention = *rate.mention;
    bool is_growth = rate.fact && moves(mention) && mention.quantity.unit == "percent" &&
                     relation.fits("stated", mention.detail);
    if (!is_growth) continue;
    std::vector<const Entry*> run = run_before(ledger, at, kMost);
    Movement movement = movement_before(run, mention.change);
    auto growth = growth_of(movement, mention.change == Change::decrease);
    if (!growth || !same_unit(run, movement) || growth->prior.value <= Decimal(0)) continue;
    auto share = share_of(growth->by, growth->prior, rate.fact->place.decimals());
    if (!share ||
        (judge(*rate.fact, *share) == Severity::disagree && is_doubtful(ledger, run, movement, rate)))
      continue;
    ledger.add(relation, judge(*rate.fact, *share), *rate.fact, share->percent, growth->others,
               fmt::format("{} and {} give a change of {}%; stated is {}.", growth->others[0]->shown,
                           growth->others[1]->shown, share->percent.str(), rate.fact->shown));
  }
}

void checks::points(const Relation& relation, Ledger& ledger) {
  for (std::size_t at = 0; at < ledger.entries().size(); ++at) {
    const Entry& points = ledger.entries()[at];
    const Mention& mention = *points.mention;
    bool moved = points.fact && moves(mention) && mention.quantity.unit == "percentage_point";
    std::vector<const Entry*> run = run_before(ledger, at, 2);
    if (!moved || run.size() < 2) continue;
    auto is_rate = [&](const Entry& entry) {
      return entry.fact && entry.mention->quantity.unit == "percent" && !moves(*entry.mention) &&
             relation.fits("stated", entry.mention->detail);
    };
    bool one_prior = (run[0]->mention->role == Role::prior) != (run[1]->mention->role == Role::prior);
    if (!is_rate(*run[0]) || !is_rate(*run[1]) || !one_prior) continue;
    const Fact &a = *run[0]->fact, &b = *run[1]->fact;
    Decimal gap = magnitude(a.value - b.value);
    ledger.add(relation, judge(*points.fact, gap, a.slack + b.slack), *points.fact, gap, {&b, &a},
               fmt::format("{} and {} are {} percentage points apart; stated is {}.", b.shown, a.shown,
                           gap.str(), points.fact->shown));
  }
}

}  // namespace ziping
