#include "pattern/context.h"

#include "base/utf8.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr std::string_view kYear = "年";
constexpr std::size_t kLeadIn = 12;   ///< bytes between a role word and the colon of its lead-in
constexpr std::size_t kAdjacent = 2;  ///< code points that may stand between a change word and its value

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return ends_with_word(text, word); });
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return starts_with_word(text, word); });
}

/// A four digit year at `at` with 年 behind it; 0 for none.
int year_at(std::string_view text, std::size_t at) {
  if (at + 4 + kYear.size() > text.size() || !starts_with_word(text.substr(at + 4), kYear)) return 0;
  int year = 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    if (!is_digit(static_cast<unsigned char>(text[i]))) return 0;
    year = year * 10 + (text[i] - '0');
  }
  return year >= 1990 && year <= 2099 ? year : 0;
}

/// Where the first year that begins within `span` does; span.end for none.
std::size_t first_year(std::string_view text, Span span) {
  auto within = text.substr(0, span.end + 3 + kYear.size());
  for (std::size_t at = find_word(within, kYear, span.begin + 4); at != within.npos;
       at = find_word(within, kYear, at + kYear.size()))
    if (year_at(within, at - 4) != 0) return at - 4;
  return span.end;
}

/// True where 2022年 opens a statement of time, not the name of a fund: 2022年，… 2022年末 2022年全区.
bool is_adverbial(std::string_view after_year) {
  if (after_year.empty()) return true;
  return starts_with_any(
      after_year,
      {"，",     "末",     "底",     "初",     "全",     "我",     "本",     "共",     "累计", "实际",
       "完成",   "支出",   "收入",   "决算",   "预算",   "度，",   "度全",   "度我",   "度本", "度共",
       "度累计", "度实际", "度完成", "度支出", "度收入", "度预算", "度决算", "为",     "是",   "达",
       "的",     "度为",   "度的",   "同期",   "年末",   "、",     "上半年", "下半年", "1",    "2",
       "3",      "4",      "5",      "6",      "7",      "8",      "9"});
}

}  // namespace

Reading ContextReader::read(const Setting& setting, const std::vector<CueHit>& hits,
                            const Facts& facts) const {
  Reading reading;
  reading.change = change_of(setting, hits);
  bool changed = reading.change != Change::none;
  reading.year = year_of(setting, hits, facts, changed);
  const ContextCue* cue = role_cue(setting, hits);
  if (facts.own && !(cue != nullptr && cue->force && *facts.own == Role::actual)) {
    reading.role = *facts.own;
    reading.note = "role by its rule";
  } else if (cue != nullptr) {
    reading.role = *cue->role_value;
    reading.note = "role by the words of the sentence";
  } else if (facts.of_section) {
    reading.role = *facts.of_section;
    reading.note = "role by its section";
  } else {
    reading.note = "role actual: nothing says otherwise";
  }
  bool earlier = reading.year && facts.fiscal_year && *reading.year < *facts.fiscal_year;
  if (earlier && !changed && reading.role != Role::other) {
    reading.role = Role::prior;
    reading.note = "prior: its year lies before the fiscal year";
  }
  if (facts.first_of_movement) {
    reading.role = Role::prior;
    if (!earlier) reading.year.reset();
    reading.note = "prior: the value it moved from";
  }
  return reading;
}

Change ContextReader::change_of(const Setting& setting, const std::vector<CueHit>& hits) const {
  const CueHit* nearest = nullptr;
  for (const CueHit& hit : hits) {
    if (set_.context_of(hit, ContextCue::change) == nullptr) continue;
    if (hit.end <= setting.before.begin || hit.end > setting.before.end) continue;
    bool better = nearest == nullptr || hit.end > nearest->end ||
                  (hit.end == nearest->end && hit.begin < nearest->begin);
    if (better) nearest = &hit;
  }
  if (nearest == nullptr) return Change::none;
  const ContextCue& cue = *set_.context_of(*nearest, ContextCue::change);
  if (!cue.adjacent) return cue.change_value;
  auto gap = text_.substr(nearest->end, setting.before.end - nearest->end);
  return count_chars(gap) <= kAdjacent ? cue.change_value : Change::none;
}

std::optional<int> ContextReader::year_of(const Setting& setting, const std::vector<CueHit>& hits,
                                          const Facts& facts, bool changed) const {
  if (!facts.fiscal_year) {
    int printed = 0;
    Span before{setting.sentence.begin, setting.before.end};
    for (before.begin = first_year(text_, before); !before.empty(); before.begin = first_year(text_, before))
      printed = year_at(text_, before.begin++);
    return printed == 0 ? std::nullopt : std::optional(printed);
  }
  if (changed) return facts.fiscal_year;
  if (auto offset = year_word_of(setting, hits)) return *facts.fiscal_year + *offset;
  if (auto year = printed_year(setting, *facts.fiscal_year)) return year;
  return facts.fiscal_year;
}

/// 上年 and its kin in the value's own clause; 较上年 only compares.
std::optional<int> ContextReader::year_word_of(const Setting& setting,
                                               const std::vector<CueHit>& hits) const {
  std::optional<int> offset;
  for (const CueHit& hit : hits) {
    const ContextCue* cue = set_.context_of(hit, ContextCue::year);
    if (cue == nullptr || hit.begin < setting.before.begin || hit.end > setting.before.end) continue;
    auto lead = text_.substr(setting.sentence.begin, hit.begin - setting.sentence.begin);
    auto rest = text_.substr(hit.end, setting.before.end - hit.end);
    // 比上年15万元减少: the value is last year's; 比上年减少3万元: it only compares.
    if (ends_with_any(lead, {"较", "比", "与", "同", "相比"}) && count_chars(rest) > kAdjacent) continue;
    if (ends_with_any(lead, {"为", "是", "达到", "相当于"}) && rest == "的") continue;  // 为上年的2.4倍
    offset = cue->offset;
  }
  return offset;
}

/// The last year before the value that opens a statement of time. The years in brackets that close
/// before the value, in 截至 dates and in the names of funds say nothing of the value.
std::optional<int> ContextReader::printed_year(const Setting& setting, int fiscal_year) const {
  if (first_year(text_, {setting.sentence.begin, setting.before.end}) == setting.before.end)
    return std::nullopt;
  std::optional<int> found;
  int depth = 0;
  std::optional<int> outside;
  constexpr std::string_view kOpen = "（", kClose = "）";
  for (std::size_t at = setting.sentence.begin; at < setting.before.end;) {
    std::size_t begin = at++;
    auto byte = static_cast<unsigned char>(text_[begin]);
    if (byte >= 0xE4 && byte < 0xEF) {  // Han
      at = begin + 3;
      continue;
    }
    if (text_[begin] == kOpen.front()) {
      auto mark = text_.substr(begin, kOpen.size());
      if (mark == kOpen && depth++ == 0) outside = found;
      if (mark == kClose && depth > 0 && --depth == 0) found = outside;
    }
    int year = byte == '1' || byte == '2' ? year_at(text_, begin) : 0;
    if (year == 0) continue;
    at = begin + 4 + kYear.size();
    auto lead = text_.substr(setting.sentence.begin, begin - setting.sentence.begin);
    auto rest = text_.substr(at, setting.before.end - at);
    bool compared = ends_with_any(lead, {"较", "比", "由", "从"}) && count_chars(rest) <= kAdjacent;
    bool base = ends_with_any(lead, {"到", "为", "是"}) && rest == "的";  // 恢复到2019年的九成
    if (year == fiscal_year || compared) {
      found = year;
    } else if (!base &&
               !ends_with_any(lead, {"截至", "截止", "截止至", "截止到", "至", "较", "比", "自", "从", "与",
                                     "〔", "[", "]", "号"}) &&
               is_adverbial(rest)) {
      found = year;
    }
  }
  return found;
}

/// The nearest role word before the value in its own clause; else a lead-in of the sentence (…目标：);
/// else a weak word of its own clause; else the nearest one of its part of the sentence.
const ContextCue* ContextReader::role_cue(const Setting& setting, const std::vector<CueHit>& hits) const {
  const ContextCue *own = nullptr, *own_weak = nullptr, *in_part = nullptr, *in_lead = nullptr;
  for (const CueHit& hit : hits) {  // by rising end: the last one is the nearest
    const ContextCue* cue = set_.context_of(hit, ContextCue::role);
    if (cue == nullptr || !cue->role_value || hit.end > setting.number_begin) continue;
    auto behind = text_.substr(hit.end, std::min(kLeadIn, setting.number_begin - hit.end));
    if (holds_word(behind, "："))
      in_lead = cue;
    else if (hit.end > setting.before.begin)
      (cue->weak ? own_weak : own) = cue;
    else if (hit.begin >= setting.part.begin)
      in_part = cue;
  }
  for (const ContextCue* cue : {own, in_lead, own_weak})
    if (cue != nullptr) return cue;
  return in_part;
}

}  // namespace ziping
