#include "audit/choices.h"

#include <algorithm>
#include <tuple>

namespace ziping {
namespace {

constexpr std::size_t kMostChoices = 48;
constexpr std::ptrdiff_t kFarthest = 500;  ///< matches before and behind a figure that are looked at

std::size_t distance(const Entry& a, const Entry& b) {
  std::size_t left = a.mention->span.begin, right = b.mention->span.begin;
  // What stands behind the figure is as far as what stands long before it.
  return left < right ? right - left : 2 * (left - right);
}

}  // namespace

Nearness nearness(const Ledger& ledger, const Entry& a, const Entry& b) {
  if (same_sentence(a, b)) {
    Span left = a.mention->span, right = b.mention->span;
    std::string_view between =
        ledger.between(std::min(left.end, right.end), std::max(left.begin, right.begin));
    return between.find("；") == std::string_view::npos ? Nearness::part : Nearness::sentence;
  }
  return a.paragraph == b.paragraph ? Nearness::paragraph : Nearness::report;
}

std::vector<Choice> choices(const Relation& relation, std::string_view key, const Ledger& ledger,
                            const Entry& to) {
  std::vector<Choice> found;
  const std::vector<Ledger::Match>& matches = ledger.matches(relation, key);
  auto here = std::partition_point(matches.begin(), matches.end(), [&](const Ledger::Match& match) {
    return match.entry->mention->span.begin < to.mention->span.begin;
  });
  auto begin = here - std::min(here - matches.begin(), kFarthest);
  auto end = here + std::min(matches.end() - here, kFarthest);
  for (auto match = begin; match != end; ++match)
    if (match->entry != &to)
      found.push_back({match->entry, match->rank, nearness(ledger, *match->entry, to)});
  auto nearer = [&](const Choice& a, const Choice& b) {
    return std::tuple(a.nearness, a.rank, distance(*a.entry, to)) <
           std::tuple(b.nearness, b.rank, distance(*b.entry, to));
  };
  auto most = found.begin() + static_cast<std::ptrdiff_t>(std::min(found.size(), kMostChoices));
  std::partial_sort(found.begin(), most, found.end(), nearer);
  found.erase(most, found.end());
  return found;
}

const Entry* only_one(const std::vector<Choice>& choices, Nearness within) {
  const Choice* first = nullptr;
  for (const Choice& choice : choices) {
    if (choice.nearness > within) continue;
    if (first == nullptr || choice.rank < first->rank) first = &choice;
  }
  if (first == nullptr) return nullptr;
  for (const Choice& choice : choices)
    if (choice.nearness <= within && choice.rank == first->rank &&
        choice.entry->fact->value != first->entry->fact->value)
      return nullptr;
  return first->entry;
}

const Entry* only_one_beside(const std::vector<Choice>& choices) {
  const Entry* near = only_one(choices, Nearness::part);
  return near != nullptr ? near : only_one(choices, Nearness::sentence);
}

}  // namespace ziping
