#include "audit/checks.h"
#include "audit/choices.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace ziping {
namespace {

/// A result of the year that its sentence gives behind a date: money spent, a rate.
const Entry* result_behind(const Relation& relation, const Ledger& ledger, Span date) {
  const std::vector<Ledger::Match>& matches = ledger.matches(relation, "stated");
  auto behind = std::partition_point(matches.begin(), matches.end(), [&](const Ledger::Match& match) {
    return match.entry->mention->span.begin <= date.end;
  });
  if (behind != matches.end() && behind->entry->mention->sentence.contains(date.begin)) return behind->entry;
  return nullptr;
}

}  // namespace

void checks::closing_date(const Relation& relation, Ledger& ledger) {
  const Report& report = ledger.report();
  if (!report.fiscal_year) return;
  std::string fiscal = std::to_string(*report.fiscal_year);
  std::string_view text = ledger.text();
  for (auto date = relation.re->find(text, report.span.begin); date && date->begin < report.span.end;
       date = relation.re->find(text, date->end)) {
    auto year = relation.re->find(text, date->begin, 1);
    const Entry* result = result_behind(relation, ledger, *date);
    if (!year || result == nullptr || std::string(year->of(text)) >= fiscal) continue;
    const Mention& mention = *result->mention;
    std::string_view before = ledger.between(mention.sentence.begin, date->begin);
    std::string_view behind = ledger.between(date->end, mention.span.begin);
    if (before.find(fiscal) == std::string_view::npos || behind.find(fiscal) != std::string_view::npos)
      continue;
    Finding finding{.report = ledger.number(),
                    .rule = relation.name(),
                    .severity = Severity::disagree,
                    .stated = std::string(year->of(text)),
                    .computed = fiscal,
                    .message = fmt::format("{} is before the fiscal year {} that {} is of.", date->of(text),
                                           fiscal, result->fact->shown),
                    .evidence = {result->fact->evidence},
                    .place = *date};
    ledger.add(std::move(finding));
  }
}

void checks::report_date(const Relation& relation, Ledger& ledger) {
  const Report& report = ledger.report();
  const std::string& date = report.report_date;
  bool forms = !ledger.forms().empty();
  bool targets = forms && std::all_of(ledger.forms().begin(), ledger.forms().end(),
                                      [](const Form* form) { return form->targets_only; });
  if (!report.fiscal_year || date.size() < 4 || targets || report.document_kind.starts_with("target")) return;
  std::string fiscal = std::to_string(*report.fiscal_year);
  // A report of the year's last month may run ahead of its end.
  bool early = date.substr(0, 4) < fiscal ||
               (date.starts_with(fiscal) && date.size() >= 7 && date.substr(5, 2) < "12");
  if (!early) return;
  ledger.add(
      {.report = ledger.number(),
       .rule = relation.name(),
       .severity = Severity::disagree,
       .stated = date,
       .computed = fiscal,
       .message = fmt::format(
           "The report is dated {}, before the end of the fiscal year {} that it is about.", date, fiscal),
       .place = report.title_span.value_or(Span{report.span.begin, report.span.begin})});
}

}  // namespace ziping
