#include "base/utf8.h"
#include "pattern/labeller.h"
#include "pattern/rules.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr std::size_t kBytesAMention = 200;  ///< of the texts that hold most: what room is made for

/// Spans whose numbers are no mentions by their place: cover lines, titles, the marks of headings.
std::vector<Skipped> placed_skips(const Outline& outline) {
  std::vector<Skipped> skips;
  for (const Report& report : outline.reports) {
    for (Span span : report.cover) skips.push_back({span, "cover or signature"});
    if (report.title_span) skips.push_back({*report.title_span, "title"});
  }
  for (const Section& section : outline.sections)
    if (!section.mark.empty())
      skips.push_back(
          {{section.heading_span.begin, section.heading_span.begin + section.mark.size()}, "list number"});
  std::sort(skips.begin(), skips.end(),
            [](const Skipped& a, const Skipped& b) { return a.span.begin < b.span.begin; });
  return skips;
}

/// A conclusion in words as a value: 等级为“优”.
void add_grades(std::string_view text, Span paragraph, const GradeWords& grades, std::vector<Value>& values) {
  if (!grades.re || !grades.label->found_in(paragraph.of(text))) return;
  auto view = text.substr(0, paragraph.end);
  std::size_t first = values.size();
  for (std::size_t at = paragraph.begin; at < paragraph.end;) {
    auto word = grades.re->find(view, at, 1);
    if (!word) break;
    at = word->end;
    Value value;
    value.span = value.number = *word;
    value.kind = Kind::score;
    value.quantity.word = std::string(word->of(text));
    value.quantity.unit = "grade";
    values.push_back(std::move(value));
  }
  if (values.size() > first)
    std::sort(values.begin(), values.end(),
              [](const Value& a, const Value& b) { return a.span.begin < b.span.begin; });
}

/// Where the clause that goes up to `at` begins: at the last break before it.
std::size_t clause_begin(std::string_view text, std::size_t at) {
  std::size_t line = text.substr(0, at).rfind('\n');
  std::size_t begin = line == std::string_view::npos ? 0 : line;
  for (std::string_view mark : {"，", "。", "；", "："})
    if (auto found = text.substr(begin, at - begin).rfind(mark); found != std::string_view::npos)
      begin += found;
  return begin;
}

}  // namespace

std::optional<Span> SkipRule::find(std::string_view text, std::size_t from) const {
  while (from < text.size()) {
    if (re) {
      auto found = re->find(text, from);
      if (!found || !lead) return found;
      std::size_t begin = clause_begin(text, found->begin);
      if (lead->found_in(text.substr(begin, found->begin - begin))) return found;
      from = found->end;
      continue;
    }
    std::size_t begin = find_word(text, open, from);
    std::size_t end = begin == std::string_view::npos ? begin : find_word(text, close, begin + open.size());
    if (end == std::string_view::npos) return std::nullopt;
    auto inside = text.substr(begin + open.size(), end - begin - open.size());
    bool fits = (most == 0 || count_chars(inside) <= most) && inside.find('\n') == std::string_view::npos;
    if (fits && !(without && without->found_in(inside))) return Span{begin, end + close.size()};
    from = begin + open.size();
  }
  return std::nullopt;
}

namespace {

/// Merges the skips that lie in a paragraph by place with those found by rule.
class SkipFinder {
 public:
  SkipFinder(std::string_view text, const Outline& outline, const PatternSet::Impl& set)
      : text_(text), set_(set), placed_(placed_skips(outline)) {}

  /// Skips by place in the next paragraph; call for every paragraph in text order.
  const std::vector<Skipped>& placed_in(Span paragraph) {
    skips_.clear();
    for (; next_ < placed_.size() && placed_[next_].span.begin < paragraph.end; ++next_)
      if (placed_[next_].span.end > paragraph.begin) skips_.push_back(placed_[next_]);
    merge();
    return skips_;
  }

  /// The same with those that a rule finds added; only paragraphs with values need them.
  const std::vector<Skipped>& all_in(Span paragraph, bool want_reasons) {
    auto view = text_.substr(0, paragraph.end);
    auto add_all = [&](const auto& finder) {
      for (auto found = finder(paragraph.begin); found && !found->empty(); found = finder(found->end))
        skips_.push_back({*found, want_reasons ? reason_of(*found) : ""});
    };
    if (set_.any_skip) add_all([&](std::size_t from) { return set_.any_skip->find(view, from); });
    for (const SkipRule& skip : set_.skips)
      if (skip.lead || !skip.re) add_all([&](std::size_t from) { return skip.find(view, from); });
    std::sort(skips_.begin(), skips_.end(),
              [](const Skipped& a, const Skipped& b) { return a.span.begin < b.span.begin; });
    merge();
    return skips_;
  }

 private:
  std::string reason_of(Span span) const {
    for (const SkipRule& skip : set_.skips) {
      auto found = skip.find(text_.substr(0, span.end), span.begin);
      if (found && *found == span) return skip.reason + " (" + skip.id + ")";
    }
    return "no mention";
  }

  /// Overlapping skips become one, so that the grammar can walk them in order.
  void merge() {
    std::size_t kept = 0;
    for (std::size_t i = 1; i < skips_.size(); ++i) {
      if (skips_[i].span.begin < skips_[kept].span.end)
        skips_[kept].span.end = std::max(skips_[kept].span.end, skips_[i].span.end);
      else
        skips_[++kept] = skips_[i];
    }
    if (!skips_.empty()) skips_.resize(kept + 1);
  }

  std::string_view text_;
  const PatternSet::Impl& set_;
  std::vector<Skipped> placed_, skips_;
  std::size_t next_ = 0;
};

/// True where a value lies in a skip; both in text order.
bool meet(const std::vector<Value>& values, const std::vector<Skipped>& skips) {
  auto skip = skips.begin();
  for (const Value& value : values) {
    while (skip != skips.end() && skip->span.end <= value.span.begin) ++skip;
    if (skip == skips.end()) return false;
    if (skip->span.overlaps(value.span)) return true;
  }
  return false;
}

}  // namespace

std::vector<Mention> find_mentions(const CleanText& clean, const Outline& outline, const PatternSet& patterns,
                                   bool ocr, std::vector<Explanation>* explanations,
                                   std::vector<Skipped>* skipped) {
  const PatternSet::Impl& set = patterns.impl();
  const std::string& text = clean.text;
  std::vector<Mention> mentions;
  mentions.reserve(text.size() / kBytesAMention);
  std::vector<Value> values, heeding;
  ValueGrammar grammar(set.units);
  Labeller labeller(text, outline, set, ocr);
  SkipFinder skips(text, outline, set);
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(text.find('\n', begin), text.size());
    Span paragraph{begin, end};
    values.clear();
    grammar.read(text, paragraph, skips.placed_in(paragraph), values, nullptr);
    bool want_reasons = skipped != nullptr;
    if (want_reasons || !values.empty()) {
      const std::vector<Skipped>& all = skips.all_in(paragraph, want_reasons);
      bool met = meet(values, all);
      heeding.clear();
      if (met || want_reasons) grammar.read(text, paragraph, all, heeding, skipped);
      if (met) values.swap(heeding);  // else only the reasons were wanted
    }
    add_grades(text, paragraph, set.grades, values);
    labeller.label(paragraph, values, mentions, explanations);
    begin = end + 1;
  }
  return mentions;
}

}  // namespace ziping
