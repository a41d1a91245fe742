#include "outline/outline.h"

#include "outline/cover.h"
#include "outline/headings.h"
#include "outline/report_fields.h"
#include "outline/split.h"

#include <algorithm>
#include <span>

namespace ziping {
namespace {

Report start_report(std::string_view text, const std::vector<Paragraph>& paragraphs,
                    const ReportRange& range) {
  Report report;
  if (!range.title) return report;
  report.title = title_text(text, paragraphs, *range.title);
  report.title_span = range.title->span;
  return report;
}

/// Where a report's text begins: at the start of its first line; the first begins with the text.
std::size_t byte_of(const std::vector<Paragraph>& paragraphs, std::size_t index, std::size_t size) {
  if (index == 0) return 0;
  return index < paragraphs.size() ? paragraphs[index].span.begin : size;
}

void add_report(std::string_view text, const std::vector<Paragraph>& paragraphs, const ReportRange& range,
                const OutlineWords& words, Outline& out) {
  Report report = start_report(text, paragraphs, range);
  report.span = {byte_of(paragraphs, range.begin, text.size()), byte_of(paragraphs, range.end, text.size())};
  if (range.end == 0) report.span.end = text.size();
  int number = static_cast<int>(out.reports.size()) + 1;
  Cover cover = read_cover(text, paragraphs, range, words);
  std::size_t first = out.sections.size();
  std::size_t body = range.title ? range.title->last + 1 : range.begin;
  find_headings(text, paragraphs, body, range.end, number, report.span.end, words, out.sections);
  fill_fields(text, cover, std::span(out.sections).subspan(first), words, report);
  report.cover = std::move(cover.spans);
  out.reports.push_back(std::move(report));
}

/// Headings and cover of a form that is appended to the report before it.
void append_form(std::string_view text, const std::vector<Paragraph>& paragraphs, const ReportRange& range,
                 const OutlineWords& words, Outline& out) {
  Report& report = out.reports.back();
  report.span.end = byte_of(paragraphs, range.end, text.size());
  Cover cover = read_cover(text, paragraphs, range, words);
  report.cover.push_back(range.title->span);
  report.cover.insert(report.cover.end(), cover.spans.begin(), cover.spans.end());
  find_headings(text, paragraphs, range.title->last + 1, range.end, static_cast<int>(out.reports.size()),
                report.span.end, words, out.sections);
}

bool is_form(const std::string& kind) {
  return kind == "form" || kind == "target_form";
}

/// The first form behind a narrative report of the same file is its annex, not a report of its own. What
/// follows a model text is no part of it.
bool is_annex(std::string_view text, const std::vector<Paragraph>& paragraphs, const ReportRange& range,
              const OutlineWords& words, const Outline& out) {
  if (out.reports.empty() || !range.title) return false;
  const std::string& before = out.reports.back().document_kind;
  return !before.empty() && !is_form(before) && before != "model_text" &&
         document_kind(title_text(text, paragraphs, *range.title), "", {}, words) == "form";
}

}  // namespace

Outline outline(const CleanText& clean, const OutlineWords& words, const FormPlaces& places) {
  std::string_view text = clean.text;
  std::vector<Paragraph> paragraphs = split_paragraphs(text);
  mark_contents(text, paragraphs);
  mark_cells(places, paragraphs);
  Outline out;
  bool has_annex = false;
  for (const ReportRange& range : split_reports(text, paragraphs, words)) {
    has_annex = !has_annex && is_annex(text, paragraphs, range, words, out);
    if (has_annex)
      append_form(text, paragraphs, range, words, out);
    else
      add_report(text, paragraphs, range, words, out);
  }
  return out;
}

int Outline::section_at(std::size_t at) const {
  auto after = std::upper_bound(sections.begin(), sections.end(), at,
                                [](std::size_t a, const Section& s) { return a < s.heading_span.begin; });
  if (after == sections.begin()) return -1;
  auto found = after - 1;
  return at < found->body.end ? static_cast<int>(found - sections.begin()) : -1;
}

int Outline::report_at(std::size_t at) const {
  auto after = std::upper_bound(reports.begin(), reports.end(), at,
                                [](std::size_t a, const Report& r) { return a < r.span.begin; });
  return after == reports.begin() ? 0 : static_cast<int>(after - reports.begin()) - 1;
}

}  // namespace ziping
