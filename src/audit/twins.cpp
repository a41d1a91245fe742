#include "audit/checks.h"
#include "audit/likeness.h"
#include "base/utf8.h"
#include "base/word_finder.h"
#include "pattern/rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

namespace ziping {
namespace {

constexpr std::size_t kMostAlike = 120;               ///< figures of one concept and unit that are compared
constexpr std::size_t kShortCore = 4, kLongCore = 6;  ///< characters
constexpr std::size_t kShortest = 5;                  ///< characters beside a figure that tell nothing
constexpr std::size_t kWindow = 16;                   ///< characters on each side of a figure
constexpr std::size_t kQuoted = 8;                    ///< of them, where a message quotes them
constexpr std::size_t kMostValues = 2;  ///< more values of a fact than these: one for each of many things

/// The words around a figure.
struct Setting {
  std::vector<std::string> marks;
  Frame frame;           ///< of kWindow characters of its clause before it and of its sentence behind it
  bool planned = false;  ///< a word of aims stands before it in its part of the sentence
};

/// A figure with what can be said of it.
struct Statement {
  const Entry* entry;
  std::u32string core;
  std::optional<Setting> setting;  ///< read when it is asked for
};

bool continues(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// The last characters of a text.
std::string_view window_before(std::string_view text, std::size_t width = kWindow) {
  std::size_t begin = text.size();
  for (; width > 0 && begin > 0; --width) {
    --begin;
    while (begin > 0 && continues(text[begin])) --begin;
  }
  return text.substr(begin);
}

/// The first characters of a text.
std::string_view window_after(std::string_view text, std::size_t width = kWindow) {
  std::size_t end = 0;
  for (; width > 0 && end < text.size(); --width) next_char(text, end);
  return text.substr(0, end);
}

/// What of the words before a figure stands in its clause.
std::string_view clause_of(std::string_view lead) {
  for (std::size_t end = lead.size(); end > 0; --end) {
    char byte = lead[end - 1];
    if (byte == ',' || byte == ';') return lead.substr(end);
    for (std::string_view mark : {"，", "；", "："})
      if (byte == mark.back() && ends_with_word(lead.substr(0, end), mark)) return lead.substr(end);
  }
  return lead;
}

/// Without the number of a list item that it begins with: 一、 （二）.
std::string_view without_mark(std::string_view subject) {
  constexpr std::size_t kLongestMark = 12;
  for (std::string_view end : {"、", "）", ")"})
    if (std::size_t at = find_word(subject.substr(0, kLongestMark + end.size()), end); at < kLongestMark) {
      std::u32string mark = to_utf32(subject.substr(0, at));
      bool number = std::all_of(mark.begin(), mark.end(), [](char32_t ch) {
        return std::u32string_view(U"一二三四五六七八九十（(0123456789").find(ch) !=
               std::u32string_view::npos;
      });
      if (number) return subject.substr(at + end.size());
    }
  return subject;
}

std::string_view subject_of(const Ledger& ledger, const Entry& entry) {
  return without_mark(entry.mention->subject.of(ledger.text()));
}

Setting setting_of(const Relation& relation, const Ledger& ledger, const WordFinder& levels,
                   const Entry& entry) {
  const Mention& mention = *entry.mention;
  Setting setting;
  std::string_view lead = ledger.between(mention.sentence.begin, mention.span.begin);
  if (std::size_t part = rfind_word(lead, "；"); part != std::string_view::npos) lead.remove_prefix(part);
  const std::vector<std::string>& aims = relation.list("aims");
  setting.planned =
      std::any_of(aims.begin(), aims.end(), [&](const std::string& aim) { return holds_word(lead, aim); });
  std::string before(window_before(clause_of(lead)));
  std::string after(window_after(ledger.between(mention.span.end, mention.sentence.end)));
  if (count_chars(before) > kShortest && count_chars(after) > kShortest)
    setting.frame = frame_of(before + "0" + after);
  setting.marks = marks_of(std::string(subject_of(ledger, entry)) + "\n" + before, levels);
  return setting;
}

/// The figures may stand for the same thing at all: not beside each other, not of other changes or units.
bool comparable(const Statement& a, const Statement& b) {
  const Mention &left = *a.entry->mention, &right = *b.entry->mention;
  return a.entry->paragraph != b.entry->paragraph && left.change == right.change && left.per == right.per;
}

bool same_time(const Statement& a, const Statement& b) {
  return a.entry->mention->role == b.entry->mention->role && a.entry->mention->year == b.entry->mention->year;
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
  return aim && between.size() < 24 && !holds_word(between, "；") ? &before : nullptr;
}

class TwinCheck {
 public:
  TwinCheck(const Relation& relation, Ledger& ledger)
      : relation_(relation),
        ledger_(ledger),
        fillers_(relation.list("fillers")),
        levels_(relation.list("levels")) {}

  void run() {
    std::map<Alike, std::vector<Statement>> groups;
    for (const Ledger::Match& match : ledger_.matches(relation_, "stated")) {
      const Mention& mention = *match.entry->mention;
      if (mention.role == Role::prior) continue;
      auto& group = groups[{mention.quantity.unit, mention.kind}];
      if (group.size() < kMostAlike) group.push_back({match.entry, core(*match.entry), std::nullopt});
    }
    for (auto& [alike, group] : groups) compare_all(group);
  }

 private:
  std::u32string core(const Entry& entry) const {
    std::u32string own = core_of(subject_of(ledger_, entry), fillers_);
    const Entry* before = own.empty() ? named_before(ledger_, entry) : nullptr;
    return before == nullptr ? own : core_without_aims(core_of(subject_of(ledger_, *before), fillers_));
  }

  const Setting& setting(Statement& statement) const {
    if (!statement.setting) statement.setting = setting_of(relation_, ledger_, levels_, *statement.entry);
    return *statement.setting;
  }

  /// 水库维修养护目标 without 目标值.
  static std::u32string core_without_aims(std::u32string core) {
    for (char32_t ch : std::u32string_view(U"目标指值任务计划"))
      if (std::size_t at = core.find(ch); at != std::u32string::npos) core.erase(at, 1);
    return core;
  }

  void compare_all(std::vector<Statement>& group) {
    for (std::size_t later = 1; later < group.size(); ++later)
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        Statement &a = group[earlier], &b = group[later];
        auto severity = comparable(a, b) ? compare(a, b) : std::nullopt;
        if (!severity || setting(a).marks != setting(b).marks) continue;
        tell(group, a, b, *severity);
        break;
      }
  }

  /// How two figures go together; nothing where they are not known to be of one fact.
  std::optional<Severity> compare(Statement& a, Statement& b) const {
    const Fact &left = *a.entry->fact, &right = *b.entry->fact;
    std::size_t length = std::min(a.core.size(), b.core.size());
    bool timely = length >= kShortCore && same_time(a, b), same = timely && a.core == b.core;
    if (left.value == right.value) return same ? std::optional(Severity::agree) : std::nullopt;
    if (same) {
      if (magnitude(left.value - right.value) <= left.slack + right.slack) return Severity::rounding;
      if (length >= kLongCore || is_close(left, right)) return Severity::disagree;
    }
    if (a.entry->mention->detail != b.entry->mention->detail) return std::nullopt;
    bool held = timely && left.place == right.place && (holds(a.core, b.core) || holds(b.core, a.core));
    if ((held && is_close(left, right)) || framed_alike(a, b)) return Severity::disagree;
    return std::nullopt;
  }

  static bool is_close(const Fact& a, const Fact& b) {
    return is_slip(a.value, b.value) || (digits(a.value) > 3 && near(a.value, b.value, 1));
  }

  bool framed_alike(Statement& a, Statement& b) const {
    const Setting &left = setting(a), &right = setting(b);
    return !left.planned && !right.planned &&
           likeness(left.frame, right.frame) >= relation_.number("likeness", 70);
  }

  static long told(const std::vector<Statement>& group, const Decimal& value) {
    return std::count_if(group.begin(), group.end(),
                         [&](const Statement& s) { return s.entry->fact->value == value; });
  }

  /// Different values in one frame: with many of them it is a list of many things.
  bool many(std::vector<Statement>& group, Statement& one) const {
    std::vector<Decimal> values;
    for (Statement& other : group)
      if (other.core == one.core && setting(other).marks == setting(one).marks)
        values.push_back(other.entry->fact->value);
    std::sort(values.begin(), values.end());
    return std::unique(values.begin(), values.end()) - values.begin() > static_cast<long>(kMostValues);
  }

  /// What two figures are of: the subject that they share, else the words around the later one.
  std::string thing(const Statement& earlier, const Statement& later) const {
    const Mention& mention = *later.entry->mention;
    if (earlier.core == later.core && !later.core.empty())
      return std::string(mention.subject.of(ledger_.text()));
    std::string_view lead = clause_of(ledger_.between(mention.sentence.begin, mention.span.begin));
    std::string_view rest = ledger_.between(mention.span.end, mention.sentence.end);
    return fmt::format("{}…{}", window_before(lead, kQuoted), window_after(rest, kQuoted));
  }

  void tell(std::vector<Statement>& group, Statement& earlier, Statement& later, Severity severity) {
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
                            thing(earlier, later), how));
  }

  const Relation& relation_;
  Ledger& ledger_;
  Fillers fillers_;
  WordFinder levels_;
  std::set<std::pair<std::string, std::string>> pairs_;
};

}  // namespace

void checks::twins(const Relation& relation, Ledger& ledger) {
  TwinCheck(relation, ledger).run();
}

}  // namespace ziping
