#include "audit/checks.h"
#include "audit/choices.h"

#include <fmt/format.h>

#include <optional>

namespace ziping {
namespace {

struct Rest {
  const Fact *from, *less, *more;
  Decimal value;
  Severity severity;
};

class RestCheck {
 public:
  RestCheck(const Relation& relation, Ledger& ledger, const Entry& rest)
      : relation_(relation), ledger_(ledger), rest_(rest), stated_(*rest.fact) {
    from_ = choices(relation, "from", ledger, rest);
    less_ = choices(relation, "less", ledger, rest);
    more_ = choices(relation, "more", ledger, rest);
  }

  void run() {
    if (ledger_.claimed(relation_, stated_)) return;
    std::optional<Rest> found = best();
    if (!found) found = failed();
    if (!found) return;
    std::vector<const Fact*> others = {found->from, found->less};
    std::string more;
    if (found->more != nullptr) {
      others.push_back(found->more);
      more = " + " + found->more->shown;
    }
    ledger_.add(relation_, found->severity, stated_, found->value, others,
                fmt::format("{}{} - {} leaves {}; stated is {}.", found->from->shown, more,
                            found->less->shown, restated(stated_, found->value), stated_.shown));
  }

 private:
  Rest take(const Fact& from, const Fact& less, const Fact* more) const {
    Rest rest{&from, &less, more, from.value - less.value, Severity::disagree};
    Decimal slack = from.slack + less.slack;
    if (more != nullptr) {
      rest.value = rest.value + more->value;
      slack = slack + more->slack;
    }
    rest.severity = judge(stated_, rest.value, slack);
    return rest;
  }

  std::optional<Rest> best() const {
    std::optional<Rest> best;
    for (const Choice& from : from_)
      for (const Choice& less : less_) {
        if (less.entry == from.entry) continue;
        bool apart = from.nearness == Nearness::report && less.nearness == Nearness::report;
        if (apart &&
            (only_one(from_, Nearness::report) == nullptr || only_one(less_, Nearness::report) == nullptr))
          continue;
        keep(take(*from.entry->fact, *less.entry->fact, nullptr), best);
        for (const Choice& more : more_)
          if (more.nearness != Nearness::report)
            keep(take(*from.entry->fact, *less.entry->fact, &*more.entry->fact), best);
      }
    return best;
  }

  static void keep(Rest rest, std::optional<Rest>& best) {
    if (rest.severity != Severity::disagree && (!best || rest.severity < best->severity)) best = rest;
  }

  /// The sentence itself gives one figure to take from and one to take away, and nothing else that moves.
  std::optional<Rest> failed() const {
    const Entry* from = only_one_beside(from_);
    const Entry* less = only_one_beside(less_);
    bool clear = from != nullptr && less != nullptr && from != less && more_.empty();
    if (!clear || from->mention->span.begin > rest_.mention->span.begin) return std::nullopt;
    bool ordered = less->mention->span.begin < rest_.mention->span.begin;
    if (!ordered || from->mention->role == Role::prior) return std::nullopt;
    return take(*from->fact, *less->fact, nullptr);
  }

  const Relation& relation_;
  Ledger& ledger_;
  const Entry& rest_;
  const Fact& stated_;
  std::vector<Choice> from_, less_, more_;
};

}  // namespace

void checks::difference(const Relation& relation, Ledger& ledger) {
  for (const Entry& entry : ledger.entries()) {
    const Mention& mention = *entry.mention;
    bool result = mention.role != Role::prior &&
                  (mention.change == Change::none || mention.change == Change::lowered_to);
    if (entry.fact && result && relation.fits("stated", mention.detail))
      RestCheck(relation, ledger, entry).run();
  }
}

}  // namespace ziping
