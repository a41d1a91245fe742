#include "audit/checks.h"

#include <fmt/format.h>

namespace ziping {
namespace {

/// 目标补贴40所，完成36所，完成率90%: the two figures right before the rate, if they are an aim and what came
/// of it.
struct Completion {
  const Fact *target = nullptr, *actual = nullptr;
};

Completion completion_before(const Ledger& ledger, std::size_t at) {
  const std::vector<Entry>& entries = ledger.entries();
  if (at < 2) return {};
  const Entry &target = entries[at - 2], &actual = entries[at - 1], &rate = entries[at];
  bool together = same_sentence(target, rate) && same_sentence(actual, rate) && target.fact && actual.fact &&
                  same_family(*target.mention, *actual.mention);
  bool pair = target.mention->role == Role::target && actual.mention->role == Role::actual &&
              target.mention->change == Change::none && actual.mention->change == Change::none;
  bool parted =
      ledger.between(target.mention->span.end, rate.mention->span.begin).find("；") != std::string_view::npos;
  if (!together || !pair || parted) return {};
  return {&*target.fact, &*actual.fact};
}

}  // namespace

void checks::completion(const Relation& relation, Ledger& ledger) {
  for (std::size_t at = 0; at < ledger.entries().size(); ++at) {
    const Entry& rate = ledger.entries()[at];
    const Mention& mention = *rate.mention;
    bool stated = rate.fact && mention.quantity.unit == "percent" && mention.change == Change::none &&
                  mention.role == Role::actual && relation.fits("stated", mention.detail);
    if (!stated) continue;
    Completion completion = completion_before(ledger, at);
    if (completion.target == nullptr) continue;
    auto share = share_of(*completion.actual, *completion.target, rate.fact->place.decimals());
    if (!share) continue;
    ledger.add(relation, judge(*rate.fact, *share), *rate.fact, share->percent,
               {completion.actual, completion.target},
               fmt::format("{} of {} is {}%; stated is {}.", completion.actual->shown,
                           completion.target->shown, share->percent.str(), rate.fact->shown));
  }
}

}  // namespace ziping
