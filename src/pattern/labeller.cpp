#include "pattern/labeller.h"

#include "base/utf8.h"
#include "pattern/subject.h"

#include <fmt/format.h>
#include <algorithm>

namespace ziping {
namespace {

constexpr int kClauseConfidence = 95, kSentenceConfidence = 80, kHeadingConfidence = 70, kUnlabelled = 60;
constexpr int kOcrDoubt = 15, kRepairDoubt = 20;
constexpr const char* kOther = "other";
constexpr std::string_view kBudget = "budget.";

bool any_glob(const std::vector<std::string>& globs, const std::string& code) {
  return std::any_of(globs.begin(), globs.end(),
                     [&](const std::string& glob) { return glob_matches(glob, code); });
}

bool ends_with_one_of(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return ends_with_word(text, word); });
}

const char* name_of(Reach reach) {
  constexpr const char* kNames[] = {"clause", "sentence", "heading"};
  return kNames[static_cast<int>(reach)];
}

}  // namespace

struct Labeller::Scope {
  std::string code;          ///< section code, own or inherited
  std::optional<Role> role;  ///< of the section
  std::optional<int> fiscal_year;
  std::string source;                ///< the one level of government that title or project names
  std::vector<CueHit> heading_hits;  ///< cues in the heading
  Span heading;
};

/// Why a cue may not speak for a value.
enum class Labeller::Refusal {
  none,
  too_far,
  guarded,
  lacks_lead,
  stopped,
  lacks_with,
  has_without,
  not_alone,
  follows_other,
  section,
  inside_longer,
  overridden,
};

struct Labeller::Choice {
  const CueRule* rule = nullptr;
  Span cue;
  Reach reach = Reach::clause;
  std::size_t distance = 0;
  Refusal refused = Refusal::none;

  bool may_speak() const { return refused == Refusal::none; }
  /// The smallest one wins.
  auto rank() const {
    return std::tuple(!may_speak(), reach, distance, -static_cast<long>(cue.size()), -rule->weight,
                      std::string_view(rule->id), cue.begin);
  }
};

Labeller::Labeller(std::string_view text, const Outline& outline, const PatternSet::Impl& set, bool ocr)
    : text_(text), outline_(outline), set_(set), ocr_(ocr), context_(text_, set), tested_(set.rules.size()) {}
Labeller::~Labeller() = default;

void Labeller::take_sentence(Span sentence) {
  if (sentence == sentence_) return;
  sentence_ = sentence;
  ++sentence_number_;
  set_.cues.find(text_, sentence, found_);
  hits_.clear();
  for (auto& hits : rule_hits_) hits.clear();
  for (const CueHit& hit : found_) {
    const CueRule* rule = set_.rule_of(hit);
    (rule != nullptr ? rule_hits_[static_cast<std::size_t>(rule->kind)] : hits_).push_back(hit);
  }
  drop_inner_context();
}

/// A context word inside a longer one of its type says nothing of its own: 完成 in 完成率.
void Labeller::drop_inner_context() {
  auto type_of = [&](const CueHit& hit) { return set_.context[hit.cue - set_.rules.size()].type; };
  auto is_inner = [&](const CueHit& hit) {
    return std::any_of(hits_.begin(), hits_.end(), [&](const CueHit& other) {
      return other.begin <= hit.begin && hit.end <= other.end &&
             other.end - other.begin > hit.end - hit.begin && type_of(other) == type_of(hit);
    });
  };
  found_.clear();
  std::copy_if(hits_.begin(), hits_.end(), std::back_inserter(found_),
               [&](const CueHit& hit) { return !is_inner(hit); });
  hits_.swap(found_);
}

const Labeller::Scope& Labeller::scope_at(std::size_t at) {
  int section = outline_.section_at(at);
  int report = outline_.report_at(at);
  int key = section >= 0 ? section : -1 - report;
  auto [found, fresh] = scopes_.try_emplace(key);
  Scope& scope = found->second;
  if (!fresh) return scope;
  scope.fiscal_year = outline_.reports[static_cast<std::size_t>(report)].fiscal_year;
  scope.source = source_of(report);
  if (section < 0) return scope;
  const Section& own = outline_.sections[static_cast<std::size_t>(section)];
  scope.code = own.code;
  for (int up = section; up >= 0 && !scope.role; up = outline_.sections[static_cast<std::size_t>(up)].parent)
    if (const SectionRule* rule = set_.section(outline_.sections[static_cast<std::size_t>(up)].code)) {
      scope.role = rule->role;
      break;
    }
  scope.heading = own.heading_span;
  set_.cues.find(text_, own.heading_span, scope.heading_hits);
  return scope;
}

const std::string& Labeller::source_of(int report) {
  auto [found, fresh] = report_sources_.try_emplace(report);
  std::string& source = found->second;
  if (!fresh) return source;
  const Report& of = outline_.reports[static_cast<std::size_t>(report)];
  std::vector<CueHit> hits;
  set_.cues.find(of.project.empty() ? of.title : of.project, hits);
  for (const CueHit& hit : hits) {
    const ContextCue* cue = set_.context_of(hit, ContextCue::source);
    if (cue == nullptr) continue;
    const auto& code = set_.sources[cue->source_index].code;
    source = source.empty() || source == code ? code : "total";
  }
  return source;
}

Setting Labeller::setting_of(const std::vector<Value>& values, std::size_t index) const {
  const Value& value = values[index];
  Setting setting;
  setting.sentence = breaks_.sentence(value.span.begin);
  setting.part = breaks_.part(value.span.begin);
  setting.before = {breaks_.clause_begin(text_, value.span.begin), value.span.begin};
  if (index > 0 && values[index - 1].span.end > setting.before.begin) {
    // A value in brackets that have closed belongs to the words before it; any other ends the clause.
    auto between = text_.substr(values[index - 1].span.end, value.span.begin - values[index - 1].span.end);
    auto close = find_word(between, "）");
    if (close == std::string_view::npos || find_word(between, "（") < close)
      setting.before.begin = values[index - 1].span.end;
  }
  setting.number_begin = value.number.begin;
  take_list(values, index, setting);
  setting.after = {value.span.end, breaks_.clause_end(value.span.end)};
  if (index + 1 < values.size())
    setting.after.end = std::min(setting.after.end, values[index + 1].span.begin);
  setting.after.end = std::max(setting.after.end, setting.after.begin);
  return setting;
}

namespace {

/// True where nothing but a separator of a list stands in `gap`: 10、20和30.
bool parts_list(std::string_view gap) {
  for (std::string_view word : {"、", "和", "及", "以及", "与", "，", "，和"})
    if (gap == word) return true;
  return false;
}

/// Items of 甲、乙和丙, as spans of the text.
std::vector<Span> items_of(std::string_view text, Span span) {
  std::vector<Span> items{{span.begin, span.begin}};
  for (std::size_t at = span.begin; at < span.end;) {
    char32_t ch = next_char(text, at);
    if (ch == U'、' || ch == U'和' || ch == U'及' || ch == U'与')
      items.push_back({at, at});
    else
      items.back().end = at;
  }
  std::erase_if(items, [](Span item) { return item.empty(); });
  return items;
}

}  // namespace

/// Values of a list share the words before its first one; behind 分别 each has an item of its own there.
void Labeller::take_list(const std::vector<Value>& values, std::size_t index, Setting& setting) const {
  auto gap_after = [&](std::size_t i) {
    return text_.substr(values[i].span.end, values[i + 1].span.begin - values[i].span.end);
  };
  std::size_t first = index, last = index;
  while (first > 0 && parts_list(gap_after(first - 1))) --first;
  while (last + 1 < values.size() && parts_list(gap_after(last))) ++last;
  if (first == last) return;
  Span head{breaks_.clause_begin(text_, values[first].span.begin), values[first].span.begin};
  if (first > 0) head.begin = std::max(head.begin, values[first - 1].span.end);
  constexpr std::string_view kEach = "分别";
  auto each = rfind_word(head.of(text_), kEach);
  setting.before.begin = head.begin;
  setting.head = head;
  setting.list_size = last - first + 1;
  if (each == std::string_view::npos) return;
  Span named{head.begin, head.begin + each};
  if (named.empty() && named.begin > setting.part.begin) {  // 甲、乙，分别为…
    std::size_t comma = named.begin - std::string_view("，").size();
    named = {breaks_.clause_begin(text_, comma), comma};
    setting.before.begin = named.begin;
  }
  auto items = items_of(text_, trimmed(text_, named));
  std::size_t count = last - first + 1;
  if (items.size() < count) return;
  setting.item = trimmed(text_, items[items.size() - count + (index - first)]);
  setting.list_end = named.end;
}

std::optional<Labeller::Choice> Labeller::judge(const CueHit& hit, const Value& value, const Setting& setting,
                                                const Scope& scope, const std::string& previous) const {
  const CueRule& rule = *set_.rule_of(hit);
  if (rule.kind != value.kind || rule.status == "retired") return std::nullopt;
  bool counted = rule.counted.empty() || std::find(rule.counted.begin(), rule.counted.end(),
                                                   value.quantity.unit) != rule.counted.end();
  if (!counted) return std::nullopt;
  if (rule.per && value.per.empty()) return std::nullopt;
  Choice choice{&rule, {hit.begin, hit.end}, Reach::clause, 0, Refusal::none};
  bool before = hit.end <= value.span.begin, after = hit.begin >= value.span.end;
  if (setting.item && before && hit.begin >= setting.before.begin) {  // a word of another item of the list
    bool of_list = hit.end <= setting.list_end;
    if (of_list && (hit.begin < setting.item->begin || hit.end > setting.item->end)) return std::nullopt;
  }
  if (before && rule.side != Side::after && hit.end > setting.before.begin) {
    bool of_item = setting.item && hit.begin >= setting.item->begin && hit.end <= setting.item->end;
    std::size_t to = of_item ? setting.item->end : value.span.begin;
    choice.distance = count_chars(text_.substr(hit.end, to - hit.end));
  } else if (after && rule.side != Side::before && hit.end <= setting.after.end) {
    choice.distance = count_chars(text_.substr(value.span.end, hit.begin - value.span.end));
  } else if (before && rule.side != Side::after && rule.reach != Reach::clause &&
             hit.end <= setting.before.begin) {
    choice.reach = Reach::sentence;
    choice.distance = count_chars(text_.substr(hit.end, value.span.begin - hit.end));
  } else {
    return std::nullopt;
  }
  choice.refused = refusal(hit, value, setting, scope, previous, choice);
  return choice;
}

Labeller::Refusal Labeller::refusal(const CueHit& hit, const Value& value, const Setting& setting,
                                    const Scope& scope, const std::string& previous,
                                    const Choice& choice) const {
  const CueRule& rule = *choice.rule;
  if (choice.reach == Reach::clause && choice.distance > static_cast<std::size_t>(rule.within))
    return Refusal::too_far;
  auto lead = text_.substr(0, hit.begin);
  if (!rule.not_after.empty() && ends_with_one_of(lead, rule.not_after)) return Refusal::guarded;
  bool wants_lead = !rule.only_after.empty() && hit.begin > setting.before.begin;
  if (wants_lead && !ends_with_one_of(lead, rule.only_after)) return Refusal::lacks_lead;
  bool before = hit.end <= value.span.begin;
  Span gap = before ? Span{hit.end, value.span.begin} : Span{value.span.end, hit.begin};
  if (rule.stop && rule.stop->found_in(gap.of(text_))) return Refusal::stopped;
  if (Refusal refused = sentence_refuses(hit.cue); refused != Refusal::none) return refused;
  Span opening{setting.before.begin, std::max<std::size_t>(hit.begin, setting.before.begin)};
  if (rule.alone && !trimmed(text_, opening).empty()) return Refusal::not_alone;
  if (!rule.follows.empty() && !any_glob(rule.follows, previous)) return Refusal::follows_other;
  if (!rule.sections.empty() && !any_glob(rule.sections, scope.code)) return Refusal::section;
  return any_glob(rule.not_sections, scope.code) ? Refusal::section : Refusal::none;
}

/// Whether the sentence lets a rule speak, by its `with` and `without`. Tested once a sentence.
Labeller::Refusal Labeller::sentence_refuses(std::uint32_t index) const {
  const CueRule& rule = set_.rules[index];
  if (!rule.with && !rule.without) return Refusal::none;
  Tested& tested = tested_[index];
  if (tested.sentence == sentence_number_) return tested.refused;
  auto sentence = sentence_.of(text_);
  tested = {sentence_number_, Refusal::none};
  if (rule.with && !rule.with->found_in(sentence))
    tested.refused = Refusal::lacks_with;
  else if (rule.without && rule.without->found_in(sentence))
    tested.refused = Refusal::has_without;
  return tested.refused;
}

void Labeller::add_heading_choices(const Value& value, const Setting& setting, const Scope& scope,
                                   const std::string& previous) {
  if (scope.heading.overlaps(setting.sentence)) return;
  for (const CueHit& hit : scope.heading_hits) {
    const CueRule* rule = set_.rule_of(hit);
    if (rule == nullptr || rule->reach != Reach::heading) continue;
    Setting wide = setting;
    wide.before.begin = hit.end;
    auto choice = judge(hit, value, wide, scope, previous);
    if (!choice) continue;
    choice->reach = Reach::heading;
    if (choice->refused == Refusal::too_far) choice->refused = Refusal::none;
    choices_.push_back(*choice);
  }
}

/// Gathers the cues that could speak for a value and gives the one that does; null for none. Those of its own
/// clause win over those before it, and only a cue of the clause overrides them or is longer than they are:
/// the others are looked at where none of them speaks, or where `all` are wanted.
const Labeller::Choice* Labeller::choose(const Value& value, const Setting& setting, const Scope& scope,
                                         const std::string& previous, bool all) {
  const std::vector<CueHit>& hits = rule_hits_[static_cast<std::size_t>(value.kind)];
  auto own = std::partition_point(hits.begin(), hits.end(),
                                  [&](const CueHit& hit) { return hit.end <= setting.before.begin; });
  if (all) own = hits.begin();
  auto gather = [&](auto begin, auto end) {
    for (auto hit = begin; hit != end; ++hit)
      if (auto choice = judge(*hit, value, setting, scope, previous)) choices_.push_back(*choice);
  };
  choices_.clear();
  gather(own, hits.end());
  if (!all)
    if (const Choice* winner = best()) return winner;
  gather(hits.begin(), own);
  add_heading_choices(value, setting, scope, previous);
  return best();
}

/// The choice that wins; null where none may speak.
const Labeller::Choice* Labeller::best() {
  auto inside_longer = [&](const Choice& inner) {
    return std::any_of(choices_.begin(), choices_.end(), [&](const Choice& outer) {
      return outer.may_speak() && outer.rule != inner.rule && outer.cue.begin <= inner.cue.begin &&
             inner.cue.end <= outer.cue.end && outer.cue.size() > inner.cue.size();
    });
  };
  for (Choice& choice : choices_)
    if (choice.may_speak() && inside_longer(choice)) choice.refused = Refusal::inside_longer;
  auto overridden = [&](const Choice& loser) {
    return std::any_of(choices_.begin(), choices_.end(), [&](const Choice& other) {
      const auto& ids = other.rule->overrides;
      return !ids.empty() && other.may_speak() && other.reach <= loser.reach &&
             std::find(ids.begin(), ids.end(), loser.rule->id) != ids.end();
    });
  };
  for (Choice& choice : choices_)
    if (choice.may_speak() && overridden(choice)) choice.refused = Refusal::overridden;
  auto first = std::min_element(choices_.begin(), choices_.end(),
                                [](const Choice& a, const Choice& b) { return a.rank() < b.rank(); });
  return first == choices_.end() || !first->may_speak() ? nullptr : &*first;
}

/// The level of government that `span` names: central_province for just these two, `total` for other
/// sums, empty for none.
std::string Labeller::source_in(Span span) const {
  std::string_view one, other;
  bool more = false;
  for (const CueHit& hit : hits_) {
    if (hit.begin < span.begin || hit.end > span.end) continue;
    const ContextCue* cue = set_.context_of(hit, ContextCue::source);
    if (cue == nullptr) continue;
    std::string_view code = set_.sources[cue->source_index].code;
    if (one.empty() || one == code)
      one = code;
    else if (other.empty() || other == code)
      other = code;
    else
      more = true;
  }
  if (!one.empty() && other.empty()) return std::string(one);
  bool two = !more && std::min(one, other) == "central" && std::max(one, other) == "province";
  if (!one.empty()) return two ? "central_province" : "total";
  auto words = trimmed(text_, span).of(text_);
  for (const Source& candidate : set_.sources)
    if (std::find(candidate.alone.begin(), candidate.alone.end(), words) != candidate.alone.end())
      return candidate.code;
  return "";
}

/// Fills {source}: the one level that its own words name; else, for a part of a sum, the level of the
/// sum; else the one that the report's project names.
std::string Labeller::measure_of(const Choice& choice, const Value& value, const Setting& setting,
                                 const Scope& scope, const Parent& parent) const {
  const std::string& measure = choice.rule->measure;
  auto at = measure.find("{source}");
  if (at == std::string::npos) return measure;
  auto prefix = measure.substr(0, at);
  std::string source = source_in(setting.item ? *setting.item : setting.before);
  bool says_total = holds_word(choice.cue.of(text_), "总");
  auto lead = text_.substr(setting.sentence.begin, setting.before.end - setting.sentence.begin);
  bool part = parent.measure.starts_with(prefix) && value.quantity.low <= parent.value &&
              (choice.reach == Reach::sentence || holds_word(lead, "其中"));
  if (source.empty() && part) source = parent.measure.substr(prefix.size());
  if (source.empty() && choice.reach == Reach::sentence)
    source = source_in({breaks_.clause_begin(text_, choice.cue.begin), choice.cue.end});
  if (source.empty() && !says_total && prefix == kBudget) source = scope.source;
  return prefix + (source.empty() ? "total" : source) +
         measure.substr(at + std::string_view("{source}").size());
}

/// True where an unlabelled value is a part of the labelled one before it: 80万元（甲40万元，乙40万元）.
bool Labeller::is_part(const Parent& parent, const Value& value, const Setting& setting) const {
  if (parent.measure.empty() || parent.kind != value.kind || parent.end > value.span.begin) return false;
  if (value.quantity.low > parent.value) return false;
  auto found = set_.concepts.find(parent.measure);
  if (found == set_.concepts.end() || found->second.parts.empty()) return false;
  auto between = text_.substr(parent.end, value.span.begin - parent.end);
  if (between.starts_with("（") && !holds_word(between, "）")) return true;
  constexpr std::string_view kParts[] = {"其中", "包括", "分别", "主要用于", "用于"};
  return setting.before.begin > parent.end - 1 &&
         std::any_of(std::begin(kParts), std::end(kParts),
                     [&](std::string_view word) { return holds_word(between, word); });
}

/// 从280元提高到320元: the next value in the clause is what this one moved to.
bool Labeller::begins_movement(const std::vector<Value>& values, std::size_t index) const {
  if (index + 1 >= values.size() || values[index + 1].kind != values[index].kind) return false;
  auto gap = text_.substr(values[index].span.end, values[index + 1].span.begin - values[index].span.end);
  if (gap.size() > 36 || holds_word(gap, "。") || holds_word(gap, "；")) return false;
  bool moved = false;
  for (const CueHit& hit : hits_) {
    const ContextCue* cue = set_.context_of(hit, ContextCue::change);
    moved |= cue != nullptr && hit.begin >= values[index].span.end &&
             hit.end <= values[index + 1].span.begin &&
             (cue->change_value == Change::raised_to || cue->change_value == Change::lowered_to);
  }
  if (!moved) return false;
  std::size_t at = values[index].span.begin;
  auto clause = Span{breaks_.clause_begin(text_, at), at}.of(text_);
  return holds_word(clause, "从") || holds_word(clause, "由");
}

std::string Labeller::reason(const Choice& choice, const Scope& scope) {
  switch (choice.refused) {
    case Refusal::none:
      return "a nearer, longer or heavier cue won";
    case Refusal::too_far:
      return fmt::format("{} characters away, over {}", choice.distance, choice.rule->within);
    case Refusal::guarded:
      return "guarded by the word before it";
    case Refusal::lacks_lead:
      return "lacks the word wanted before it";
    case Refusal::stopped:
      return "a stronger word stands between";
    case Refusal::lacks_with:
      return "the sentence lacks what the rule wants";
    case Refusal::has_without:
      return "the sentence holds what the rule forbids";
    case Refusal::not_alone:
      return "does not open its clause";
    case Refusal::follows_other:
      return fmt::format("the value before it is no {}", fmt::join(choice.rule->follows, "|"));
    case Refusal::section:
      return "not for section " + (scope.code.empty() ? "(none)" : scope.code);
    case Refusal::inside_longer:
      return "part of a longer cue";
    case Refusal::overridden:
      return "overridden";
  }
  return "";
}

/// Sorts the choices, the winner first where there is one, and says why each lost.
Explanation Labeller::explain(std::vector<Choice>& choices, const Scope& scope,
                              const Reading& reading) const {
  Explanation out;
  std::sort(choices.begin(), choices.end(),
            [](const Choice& a, const Choice& b) { return a.rank() < b.rank(); });
  for (const Choice& choice : choices) {
    Candidate candidate;
    candidate.rule = choice.rule->name;
    candidate.measure = choice.rule->measure;
    candidate.cue = choice.cue;
    candidate.reach = name_of(choice.reach);
    candidate.distance = static_cast<int>(choice.distance);
    candidate.won = &choice == &choices.front() && choice.may_speak();
    if (!candidate.won) candidate.reason = reason(choice, scope);
    out.candidates.push_back(std::move(candidate));
  }
  out.notes.push_back(reading.note);
  return out;
}

/// A mention with what the value itself says; its labels are still open.
Mention Labeller::open_mention(const Value& value, const Setting& setting) const {
  Mention mention;
  mention.report = outline_.report_at(value.span.begin) + 1;
  mention.section = outline_.section_at(value.span.begin);
  mention.span = value.span;
  mention.sentence = setting.sentence;
  mention.kind = value.kind;
  mention.quantity = value.quantity;
  mention.per = value.per;
  mention.repair = value.repair;
  mention.measure = mention.detail = kOther;
  mention.confidence = kUnlabelled;
  return mention;
}

/// Gives a mention its concept, by the winner or as a part of the value that a cue labelled before it;
/// the role that is fixed with it.
std::optional<Role> Labeller::give_concept(const Choice* winner, const Value& value, const Setting& setting,
                                           const Scope& scope, Parent& parent, Mention& mention) const {
  if (winner == nullptr && !is_part(parent, value, setting)) return std::nullopt;
  constexpr int kConfidence[] = {kClauseConfidence, kSentenceConfidence, kHeadingConfidence};
  std::optional<Role> of_rule;
  if (winner != nullptr) {
    mention.detail = measure_of(*winner, value, setting, scope, parent);
    mention.pattern = winner->rule->name;
    mention.confidence = kConfidence[static_cast<int>(winner->reach)];
    of_rule = winner->rule->role;
    parent = {value.kind, value.span.end, value.quantity.low, mention.detail, winner->rule};
  } else {
    mention.detail = set_.concepts.at(parent.measure).parts;
    mention.pattern = parent.rule->name;
    mention.confidence = kSentenceConfidence;
  }
  const Concept& given = set_.concepts.at(mention.detail);
  mention.measure = given.published;
  return of_rule ? of_rule : given.role;
}

void Labeller::label(Span paragraph, const std::vector<Value>& values, std::vector<Mention>& mentions,
                     std::vector<Explanation>* explanations) {
  if (values.empty()) return;
  breaks_.read(text_, paragraph);
  std::string previous;
  Span previous_sentence;
  topics_.clear();
  Parent parent;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Value& value = values[i];
    Setting setting = setting_of(values, i);
    take_sentence(setting.sentence);
    if (!(setting.sentence == previous_sentence)) {
      previous.clear();
      topics_.clear();
      parent = {};
    }
    previous_sentence = setting.sentence;
    const Scope& scope = scope_at(value.span.begin);

    const Choice* winner = choose(value, setting, scope, previous, explanations != nullptr);

    Mention mention = open_mention(value, setting);
    // 同比分别增长1%和2%: each speaks of one of the values before the list.
    Span topic = topics_.size() < setting.list_size ? (topics_.empty() ? Span{} : topics_.back())
                                                    : topics_[topics_.size() - setting.list_size];
    mention.subject = subject_of(text_, value, setting, topic);
    ContextReader::Facts facts{std::nullopt, scope.role, scope.fiscal_year, begins_movement(values, i)};
    facts.own = give_concept(winner, value, setting, scope, parent, mention);
    Reading reading = context_.read(setting, hits_, facts);
    mention.role = reading.role;
    mention.change = reading.change;
    mention.year = reading.year;
    if (ocr_) mention.confidence -= kOcrDoubt;
    if (!mention.repair.empty()) mention.confidence -= kRepairDoubt;
    if (explanations != nullptr) explanations->push_back(explain(choices_, scope, reading));
    previous = mention.detail;
    topics_.push_back(mention.subject);
    mentions.push_back(std::move(mention));
  }
}

}  // namespace ziping
