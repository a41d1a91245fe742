#include "audit/checks.h"
#include "audit/part_lists.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace ziping {
namespace {

constexpr long long kNearByDefault = 3, kNearComplete = 50;  ///< percent

std::vector<const Fact*> facts_of(const std::vector<const Entry*>& entries, std::size_t begin,
                                  std::size_t end) {
  std::vector<const Fact*> facts;
  for (std::size_t i = begin; i < end; ++i) facts.push_back(&*entries[i]->fact);
  return facts;
}

struct Sum {
  std::vector<const Fact*> parts;
  Decimal value, slack;
  Severity severity;
};

Sum add_up(const Fact& whole, std::vector<const Fact*> parts) {
  Sum sum{.parts = std::move(parts)};
  for (const Fact* part : sum.parts) {
    sum.value = sum.value + part->value;
    sum.slack = sum.slack + part->slack;
  }
  sum.severity = judge(whole, sum.value, sum.slack);
  return sum;
}

/// The run of parts that adds up best: a list may end before a reader can tell, and begins before its
/// total wherever it likes.
std::optional<Sum> best_sum(const PartList& list) {
  std::optional<Sum> best;
  for (std::size_t cut = 0; cut + 2 <= list.parts.size(); ++cut) {
    std::size_t size = list.parts.size();
    Sum sum = add_up(*list.whole->fact,
                     list.before ? facts_of(list.parts, cut, size) : facts_of(list.parts, 0, size - cut));
    if (sum.severity != Severity::disagree && (!best || sum.severity < best->severity)) best = std::move(sum);
  }
  return best;
}

std::string_view measure(const Entry& entry) {
  std::string_view code = entry.mention->detail;
  return code.substr(0, code.find('.'));
}

/// Each part is of another source or kind, and of the measure that the whole is of.
bool told_apart(const PartList& list, std::size_t end) {
  std::set<std::string> codes;
  for (std::size_t i = 0; i < end; ++i)
    if (!codes.insert(list.parts[i]->mention->detail).second ||
        measure(*list.parts[i]) != measure(*list.whole))
      return false;
  return true;
}

/// The sum that the list, read as a reader would, should have given. Empty where parts may go unsaid.
std::optional<Sum> failed_sum(const Relation& relation, const PartList& list) {
  std::optional<Sum> nearest;
  for (std::size_t end : list.ends) {
    if (end < 2) continue;
    Sum sum = add_up(*list.whole->fact, facts_of(list.parts, 0, end));
    bool complete = relation.number("complete") != 0 && told_apart(list, end);
    long long reach = complete ? kNearComplete : relation.number("near", kNearByDefault);
    const Decimal& whole = list.whole->fact->value;
    if (list.main_only || (!near(sum.value, whole, reach) && !is_slip(sum.value, whole))) continue;
    bool nearer = !nearest || magnitude(sum.value - whole) < magnitude(nearest->value - whole);
    if (nearer) nearest = std::move(sum);
  }
  return nearest;
}

/// What the parts make after all: a figure before the whole, which the list may be of as well.
const Entry* other_whole(const Ledger& ledger, const PartList& list, const Decimal& value) {
  constexpr std::ptrdiff_t kFarthest = 16;
  const Entry* first = ledger.entries().data();
  for (const Entry* entry = list.whole; entry != first && list.whole - entry < kFarthest;) {
    --entry;
    if (entry->paragraph != list.whole->paragraph) break;
    if (entry->fact && entry->fact->value == value && same_family(*entry->mention, *list.whole->mention))
      return entry;
  }
  return nullptr;
}

/// Cuts the list where a part is none of the relation's; what a reader would take it for is then unknown.
void cut(const Relation& relation, PartList& list) {
  auto strange = std::find_if(list.parts.begin(), list.parts.end(), [&](const Entry* part) {
    return !relation.fits("part", part->mention->detail);
  });
  list.parts.erase(strange, list.parts.end());
  std::erase_if(list.ends, [&](std::size_t end) { return end > list.parts.size(); });
}

}  // namespace

void checks::sum(const Relation& relation, Ledger& ledger) {
  for (PartList& list :
       part_lists(ledger, {WordFinder(relation.list("opens")), WordFinder(relation.list("closes"))})) {
    const Fact& whole = *list.whole->fact;
    if (!relation.fits("whole", list.whole->mention->detail) || ledger.claimed(relation, whole)) continue;
    cut(relation, list);
    std::optional<Sum> sum = best_sum(list);
    if (!sum) sum = failed_sum(relation, list);
    if (!sum || (sum->severity == Severity::disagree && other_whole(ledger, list, sum->value))) continue;
    std::string verb = sum->severity == Severity::agree ? "is" : "is stated as";
    ledger.add(relation, sum->severity, whole, sum->value, sum->parts,
               fmt::format("{} make {}; the whole {} {}.", joined(sum->parts, " + "),
                           restated(whole, sum->value), verb, whole.shown));
  }
}

}  // namespace ziping
