#include "audit/checks.h"
#include "audit/likeness.h"
#include "base/utf8.h"
#include "pattern/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace ziping {
namespace {

constexpr std::size_t kMostAlike = 120;               ///< figures of one concept and unit that are compared
constexpr std::size_t kShortCore = 4, kLongCore = 6;  ///< characters
constexpr std::size_t kWindow = 16;                   ///< characters on each side of a figure
constexpr std::size_t kMostValues = 2;  ///< more values of a fact than these: one for each of many things

/// A figure with what can be said of it.
struct Statement {
  const Entry* entry;
  std::u32string core;
  std::vector<std::string> marks;
  std::string before, after;  ///< up to kWindow characters of its clause, and of its sentence
  bool planned = false;       ///< a word of aims stands before it in its part of the sentence
};

std::string window(std::string_view text, bool last) {
  std::u32string chars = to_utf32(text);
  if (chars.size() <= kWindow) return std::string(text);
  return to_utf8(last ? chars.substr(chars.size() - kWindow) : chars.substr(0, kWindow));
}

/// What of the words before a figure stands in its clause.
std::string_view clause_of(std::string_view lead) {
  for (std::string_view end : {"，", "；", "：", ",", ";"})
    if (std::size_t at = lead.rfind(end); at != std::string_view::npos) lead.remove_prefix(at + end.size());
  return lead;
}

/// Without the number of a list item that it begins with: 一、 （二）.
std::string_view without_mark(std::string_view subject) {
  constexpr std::size_t kLongestMark = 12;
  for (std::string_view end : {"、", "）", ")"})
    if (std::size_t at = subject.find(end); at < kLongestMark) {
      std::u32string mark = to_utf32(subject.substr(0, at));
      bool number = std::all_of(mark.begin(), mark.end(), [](char32_t ch) {
        return std::u32string_view(U"一二三四五六七八九十（(0123456789").find(ch) !=
               std::u32string_view::npos;
      });
      if (number) return subject.substr(at + end.size());
    }
  return subject;
}

Statement statement_of(const Relation& relation, const Ledger& ledger, const Entry& entry) {
  const Mention& mention = *entry.mention;
  Statement statement{.entry = &entry};
  std::string subject(without_mark(mention.subject.of(ledger.text())));
  statement.core = core_of(subject, relation.list("fillers"));
  std::string_view lead = ledger.between(mention.sentence.begin, mention.span.begin);
  if (std::size_t part = lead.rfind("；"); part != std::string_view::npos) lead.remove_prefix(part);
  const std::vector<std::string>& aims = relation.list("aims");
  statement.planned = std::any_of(aims.begin(), aims.end(), [&](const std::string& aim) {
    return lead.find(aim) != std::string_view::npos;
  });
  statement.before = window(clause_of(lead), true);
  statement.after = window(ledger.between(mention.span.end, mention.sentence.end), false);
  statement.marks = marks_of(subject + "\n" + statement.before, relation.list("levels"));
  return statement;
}

/// The figures may stand for the same thing at all: not beside each other, not of siblings in a list.
bool comparable(const Statement& a, const Statement& b) {
  const Mention &left = *a.entry->mention, &right = *b.entry->mention;
  return a.entry->paragraph != b.entry->paragraph && left.change == right.change && left.per == right.per &&
         a.marks == b.marks;
}

bool same_time(const Statement& a, const Statement& b) {
  return a.entry->mention->role == b.entry->mention->role && a.entry->mention->year == b.entry->mention->year;
}

/// How two figures of a concept go together; nothing where they are not known to be of one fact.
std::optional<Severity> compare(const Relation& relation, const Statement& a, const Statement& b) {
  const Fact &left = *a.entry->fact, &right = *b.entry->fact;
  std::size_t length = std::min(a.core.size(), b.core.size());
  bool same = a.core == b.core && length >= kShortCore;
  bool held = length >= kShortCore && (holds(a.core, b.core) || holds(b.core, a.core));
  bool close =
      is_slip(left.value, right.value) || (digits(left.value) > 3 && near(left.value, right.value, 1));
  if (same && same_time(a, b)) {
    if (left.value == right.value) return Severity::agree;
    Decimal slack = left.slack + right.slack;
    if (magnitude(left.value - right.value) <= slack) return Severity::rounding;
    if (close || length >= kLongCore) return Severity::disagree;
  }
  if (left.value == right.value) return std::nullopt;
  bool one_concept = a.entry->mention->detail == b.entry->mention->detail;
  if (held && one_concept && same_time(a, b) && close && left.place == right.place) return Severity::disagree;
  bool framed =
      one_concept && !a.planned && !b.planned && count_chars(a.before) > 5 && count_chars(a.after) > 5 &&
      likeness(a.before + "0" + a.after, b.before + "0" + b.after) >= relation.number("likeness", 70);
  return framed ? std::optional(Severity::disagree) : std::nullopt;
}

using Alike = std::pair<std::string, Kind>;  // unit, kind

/// 水库维修养护目标37座，实际完成37座: the second figure is of what the first one names.
const Entry* named_before(const Ledger& ledger, const Entry& entry) {
  const std::vector<Entry>& entries = ledger.entries();
  auto at = static_cast<std::size_t>(&entry - entries.data());
  if (at == 0 || !same_sentence(entries[at - 1], entry)) return nullptr;
  const Entry& before = entries[at - 1];
  bool aim = before.mention->role == Role::target && same_family(*before.mention, *entry.mention);
  std::string_view between = ledger.between(before.mention->span.end, entry.mention->span.begin);
  return aim && between.size() < 24 && between.find("；") == std::string_view::npos ? &before : nullptr;
}

class TwinCheck {
 public:
  TwinCheck(const Relation& relation, Ledger& ledger) : relation_(relation), ledger_(ledger) {}

  void run() {
    std::map<Alike, std::vector<Statement>> groups;
    for (const Ledger::Match& match : ledger_.matches(relation_, "stated")) {
      const Mention& mention = *match.entry->mention;
      if (mention.role == Role::prior) continue;
      auto& group = groups[{mention.quantity.unit, mention.kind}];
      if (group.size() < kMostAlike) group.push_back(statement(*match.entry));
    }
    for (const auto& [alike, group] : groups) compare_all(group);
  }

 private:
  Statement statement(const Entry& entry) const {
    Statement own = statement_of(relation_, ledger_, entry);
    const Entry* before = own.core.empty() ? named_before(ledger_, entry) : nullptr;
    if (before == nullptr) return own;
    Statement named = statement_of(relation_, ledger_, *before);
    own.core = core_without_aims(named.core);
    return own;
  }

  /// 水库维修养护目标 without 目标值.
  static std::u32string core_without_aims(std::u32string core) {
    for (char32_t ch : std::u32string_view(U"目标指值任务计划"))
      if (std::size_t at = core.find(ch); at != std::u32string::npos) core.erase(at, 1);
    return core;
  }

  void compare_all(const std::vector<Statement>& group) {
    for (std::size_t later = 1; later < group.size(); ++later)
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        if (!comparable(group[earlier], group[later])) continue;
        auto severity = compare(relation_, group[earlier], group[later]);
        if (severity) tell(group, group[earlier], group[later], *severity);
        if (severity) break;
      }
  }

  static long told(const std::vector<Statement>& group, const Decimal& value) {
    return std::count_if(group.begin(), group.end(),
                         [&](const Statement& s) { return s.entry->fact->value == value; });
  }

  /// Different values in one frame: with many of them it is a list of many things.
  static bool many(const std::vector<Statement>& group, const Statement& one) {
    std::vector<Decimal> values;
    for (const Statement& other : group)
      if (other.core == one.core && other.marks == one.marks) values.push_back(other.entry->fact->value);
    std::sort(values.begin(), values.end());
    return std::unique(values.begin(), values.end()) - values.begin() > static_cast<long>(kMostValues);
  }

  void tell(const std::vector<Statement>& group, const Statement& earlier, const Statement& later,
            Severity severity) {
    const Fact *stated = &*later.entry->fact, *other = &*earlier.entry->fact;
    if (severity == Severity::disagree) {
      if (many(group, earlier) || many(group, later)) return;
      if (told(group, stated->value) > told(group, other->value)) std::swap(stated, other);
      if (!pairs_.insert({stated->value.str(), other->value.str()}).second) return;
    }
    if (ledger_.claimed(relation_, *stated)) return;
    const char* how = severity == Severity::agree      ? "twice the same"
                      : severity == Severity::rounding ? "the same, rounded"
                                                       : "not the same";
    ledger_.add(relation_, severity, *stated, other->value, {other},
                fmt::format("{} and {} are stated of one thing ({}): {}.", other->shown, stated->shown,
                            later.entry->mention->subject.of(ledger_.text()), how));
  }

  const Relation& relation_;
  Ledger& ledger_;
  std::set<std::pair<std::string, std::string>> pairs_;
};

}  // namespace

void checks::twins(const Relation& relation, Ledger& ledger) {
  TwinCheck(relation, ledger).run();
}

}  // namespace ziping
