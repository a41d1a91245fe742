#include "pattern/rules.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace ziping {
namespace {

/// The section whose words in a heading are the longest; equal ones by code.
const SectionRule* rule_for(const std::string& heading, const PatternSet::Impl& set,
                            std::vector<CueHit>& hits) {
  set.heading_cues.find(heading, hits);
  auto rank = [&](const CueHit& hit) {
    return std::pair(hit.begin - hit.end, std::string_view(set.sections[hit.cue].code));
  };
  auto best = std::min_element(hits.begin(), hits.end(),
                               [&](const CueHit& a, const CueHit& b) { return rank(a) < rank(b); });
  return best == hits.end() ? nullptr : &set.sections[best->cue];
}

/// True where a mention can be a figure of its report as a whole: no earlier year, no change, no range.
bool stands_for(const Mention& mention, int report) {
  return mention.report == report && mention.role != Role::prior && mention.change != Change::increase &&
         mention.change != Change::decrease && !mention.quantity.high;
}

/// The mentions that a field of the report level asks for.
std::vector<const Mention*> asked_for(const std::vector<Mention>& mentions, const PatternSet::Impl& set) {
  std::unordered_set<std::string_view> codes;
  for (const FieldRule& field : set.fields) {
    codes.insert(field.concepts.begin(), field.concepts.end());
    codes.insert(field.largest.begin(), field.largest.end());
  }
  std::vector<const Mention*> asked;
  for (const Mention& mention : mentions)
    if (codes.contains(mention.detail)) asked.push_back(&mention);
  return asked;
}

const Mention* figure(const std::vector<const Mention*>& mentions, int report, const PatternSet::Impl& set,
                      const char* field) {
  auto rule =
      std::find_if(set.fields.begin(), set.fields.end(), [&](const FieldRule& r) { return r.name == field; });
  if (rule == set.fields.end()) return nullptr;
  for (const auto& code : rule->concepts)
    for (const Mention* mention : mentions)
      if (mention->detail == code && stands_for(*mention, report)) return mention;
  const Mention* largest = nullptr;
  for (const Mention* mention : mentions) {
    bool one_of =
        std::find(rule->largest.begin(), rule->largest.end(), mention->detail) != rule->largest.end();
    if (!one_of || !stands_for(*mention, report)) continue;
    if (largest == nullptr || mention->quantity.low > largest->quantity.low) largest = mention;
  }
  return largest;
}

std::optional<Decimal> number(const Mention* mention) {
  if (mention == nullptr || !mention->quantity.word.empty()) return std::nullopt;
  return mention->quantity.low;
}

}  // namespace

const SectionRule* PatternSet::Impl::section(const std::string& code) const {
  for (const SectionRule& rule : sections)
    if (rule.code == code) return &rule;
  return nullptr;
}

void code_sections(Outline& outline, const PatternSet& patterns) {
  std::vector<CueHit> hits;
  for (Section& section : outline.sections) {
    const SectionRule* rule = rule_for(section.heading, patterns.impl(), hits);
    if (rule != nullptr)
      section.code = rule->code;
    else if (section.parent >= 0)
      section.code = outline.sections[static_cast<std::size_t>(section.parent)].code;
  }
}

std::vector<ReportFigures> report_figures(const Outline& outline, const std::vector<Mention>& mentions,
                                          const PatternSet& patterns) {
  const PatternSet::Impl& set = patterns.impl();
  std::vector<ReportFigures> out(outline.reports.size());
  std::vector<const Mention*> asked = asked_for(mentions, set);
  for (std::size_t i = 0; i < out.size(); ++i) {
    int report = static_cast<int>(i) + 1;
    out[i].self_score = number(figure(asked, report, set, "self_score"));
    if (const Mention* grade = figure(asked, report, set, "self_grade"))
      out[i].self_grade = grade->quantity.word;
    out[i].budget_total = number(figure(asked, report, set, "budget_total"));
    out[i].spend_total = number(figure(asked, report, set, "spend_total"));
    out[i].execution_rate = number(figure(asked, report, set, "execution_rate"));
  }
  return out;
}

}  // namespace ziping
