#include "form/report_forms.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr std::size_t kFewWords = 900;  // bytes of a report beside its form that make it none of its own
constexpr const char *kForm = "form", *kTargetForm = "target_form", *kTemplate = "template",
                     *kModelText = "model_text";

bool holds(const Form& form, Span piece) {
  return form.span.begin <= piece.begin && piece.end <= form.span.end;
}

template <class Sink>
void each_piece(const FormPages& pages, const Form& form, Sink sink) {
  for (int table : form.tables)
    for (const Cell& cell : pages.tables[static_cast<std::size_t>(table)].cells)
      for (Span piece : cell.pieces)
        if (holds(form, piece)) sink(piece);
}

/// The report is the form, by its kind or because it holds hardly anything else.
bool is_form(const FormPages& pages, const Form& form, const Report& report) {
  const std::string& kind = report.document_kind;
  if (kind.empty() || kind == kForm || kind == kTargetForm || kind == kTemplate) return true;
  std::size_t cells = 0;
  each_piece(pages, form, [&](Span piece) { cells += piece.size(); });
  return report.span.size() <= cells + kFewWords;
}

void give(const std::string& value, bool wins, std::string& field) {
  if (!value.empty() && (wins || field.empty())) field = value;
}

template <class Value>
void give(const std::optional<Value>& value, bool wins, std::optional<Value>& field) {
  if (value && (wins || !field)) field = value;
}

const FundRow* total_of(const Form& form) {
  for (const FundRow& row : form.funds)
    if (row.source == "total") return &row;
  return form.funds.size() == 1 ? &form.funds.front() : nullptr;
}

void fill_from(const Form& form, bool own, ReportFigures& out) {
  const FundRow* total = total_of(form);
  if (total != nullptr) give(total->adjusted ? total->adjusted : total->initial, own, out.budget_total);
  if (form.targets_only) return;
  give(form.head.total_score, own, out.self_score);
  give(form.head.grade, own, out.self_grade);
  if (total == nullptr) return;
  give(total->executed, own, out.spend_total);
  give(total->rate, own, out.execution_rate);
}

void complete(const ReportFigures& from, ReportFigures& out) {
  give(from.self_score, false, out.self_score);
  give(from.self_grade, false, out.self_grade);
  give(from.budget_total, false, out.budget_total);
  give(from.spend_total, false, out.spend_total);
  give(from.execution_rate, false, out.execution_rate);
}

}  // namespace

FormPlaces places_of(const FormPages& pages) {
  FormPlaces places;
  for (const Form& form : pages.forms) {
    places.forms.push_back(form.span);
    each_piece(pages, form, [&](Span piece) { places.cells.push_back(piece); });
  }
  std::sort(places.cells.begin(), places.cells.end(), [](Span a, Span b) { return a.begin < b.begin; });
  return places;
}

const Form* form_of(const FormPages& pages, const Outline& outline, int report) {
  const Form* first = nullptr;
  for (const Form& form : pages.forms) {
    if (outline.report_at(form.span.begin) != report) continue;
    if (!form.targets_only && !form.empty_template) return &form;
    if (first == nullptr) first = &form;
  }
  return first;
}

bool states_nothing(const Report& report) {
  return report.document_kind == kTemplate || report.document_kind == kModelText;
}

void fill_reports(const FormPages& pages, Outline& outline) {
  for (std::size_t i = 0; i < outline.reports.size(); ++i) {
    Report& report = outline.reports[i];
    const Form* form = form_of(pages, outline, static_cast<int>(i));
    if (form == nullptr || report.document_kind == kModelText) continue;
    bool own = is_form(pages, *form, report);
    give(form->head.title, false, report.title);
    give(form->head.project, own, report.project);
    give(form->head.organisation, own, report.organisation);
    if (own)
      report.document_kind = form->empty_template ? kTemplate : form->targets_only ? kTargetForm : kForm;
  }
}

void drop_blank_forms(const CleanText& clean, const PlacedText& placed, const Outline& outline,
                      FormPages& pages, std::vector<Notice>& notices) {
  for (Form& form : pages.forms) {
    const Report& report = outline.reports[static_cast<std::size_t>(outline.report_at(form.span.begin))];
    bool model = report.document_kind == kModelText;
    if (!model && !form.empty_template) continue;
    form.empty_template = true;
    form.head = {.title = form.head.title};
    form.funds.clear();
    form.indicators.clear();
    form.uses.clear();
    int page = placed.line_of(clean.origin[form.span.begin]).page;
    notices.push_back({page, model ? "model_text" : "blank_form",
                       model ? "a form of a model text: its cells are kept, it has no rows and records"
                             : "a blank form: its cells are kept, it has no rows and records"});
  }
}

std::vector<ReportFigures> figures_with_forms(const FormPages& pages, const Outline& outline,
                                              const std::vector<Mention>& mentions,
                                              const PatternSet& patterns) {
  std::vector<Mention> prose;
  std::copy_if(mentions.begin(), mentions.end(), std::back_inserter(prose),
               [](const Mention& mention) { return mention.table < 0; });
  std::vector<ReportFigures> figures = report_figures(outline, prose, patterns);
  if (prose.size() == mentions.size() && pages.forms.empty()) return figures;
  std::vector<ReportFigures> all = report_figures(outline, mentions, patterns);
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const Form* form = form_of(pages, outline, static_cast<int>(i));
    bool own = form != nullptr && is_form(pages, *form, outline.reports[i]);
    if (form != nullptr && !form->empty_template) fill_from(*form, own, figures[i]);
    complete(all[i], figures[i]);
    if (own && form->targets_only) figures[i] = {.budget_total = figures[i].budget_total};
  }
  return figures;
}

}  // namespace ziping
