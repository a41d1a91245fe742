#include "audit/checks.h"
#include "audit/part_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace ziping {
namespace {

constexpr std::size_t kMostLists = 300;
constexpr std::size_t kMostParts = 5;  ///< of a list whose partial sums are tried

/// A list of amounts that makes up its whole.
bool complete(const PartList& list) {
  Decimal total;
  for (const Entry* part : list.parts) total = total + part->fact->value;
  return list.parts.size() > 1 && total == list.whole->fact->value;
}

/// The two lists name the same thing among their parts.
bool share_a_part(const PartList& a, const PartList& b) {
  for (const Entry* left : a.parts)
    for (const Entry* right : b.parts)
      if (left->mention->detail == right->mention->detail && near(left->fact->value, right->fact->value, 1))
        return true;
  return false;
}

/// The sum of some parts of a list (two at least, not all) that comes nearest to a value.
struct Partial {
  std::vector<const Fact*> parts;
  Decimal value;
};

std::optional<Partial> nearest_partial(const PartList& list, const Decimal& to) {
  std::optional<Partial> nearest;
  std::size_t all = (std::size_t{1} << list.parts.size()) - 1;
  for (std::size_t chosen = 1; chosen < all; ++chosen) {
    Partial partial;
    for (std::size_t i = 0; i < list.parts.size(); ++i)
      if ((chosen >> i & 1) != 0) {
        partial.parts.push_back(&*list.parts[i]->fact);
        partial.value = partial.value + list.parts[i]->fact->value;
      }
    if (partial.parts.size() < 2) continue;
    if (!nearest || magnitude(partial.value - to) < magnitude(nearest->value - to)) nearest = partial;
  }
  return nearest;
}

bool told_elsewhere(const Ledger& ledger, const Entry& entry) {
  return std::any_of(ledger.entries().begin(), ledger.entries().end(), [&](const Entry& other) {
    return &other != &entry && other.fact && other.fact->value == entry.fact->value;
  });
}

}  // namespace

void checks::lone_whole(const Relation& relation, Ledger& ledger) {
  std::vector<PartList> lists =
      part_lists(ledger, {WordFinder(relation.list("opens")), WordFinder(relation.list("closes"))});
  if (lists.size() > kMostLists) return;
  for (const PartList& lone : lists) {
    const Entry& whole = *lone.whole;
    bool alone = !lone.before && whole.mention->kind == Kind::amount && !complete(lone) &&
                 relation.fits("stated", whole.mention->detail) && !told_elsewhere(ledger, whole);
    if (!alone || ledger.claimed(relation, *whole.fact)) continue;
    for (const PartList& list : lists) {
      bool other = list.whole != lone.whole && list.parts.size() <= kMostParts && complete(list);
      if (!other || !share_a_part(lone, list)) continue;
      auto partial = nearest_partial(list, whole.fact->value);
      if (!partial || !near(partial->value, whole.fact->value, relation.number("near", 1))) continue;
      Severity severity = judge(*whole.fact, partial->value, Decimal(0));
      ledger.add(relation, severity, *whole.fact, partial->value, partial->parts,
                 fmt::format("Nothing in the report gives {}; the nearest is {} = {}.", whole.fact->shown,
                             joined(partial->parts, " + "), restated(*whole.fact, partial->value)));
      break;
    }
  }
}

}  // namespace ziping
