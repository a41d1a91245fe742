#include "form/table_records.h"

#include "form/figure_names.h"
#include "form/report_forms.h"
#include "pattern/rules.h"

#include <algorithm>
#include <map>

namespace ziping {
namespace {

constexpr int kKnown = 95, kUnlabelled = 60;  // percent of confidence
constexpr int kInferredDoubt = 15, kOcrDoubt = 15, kRepairDoubt = 20;

/// Figures in text order, none over another: of two in one place the first one found stays.
void sort_figures(std::vector<CellFigure>& figures) {
  std::stable_sort(figures.begin(), figures.end(),
                   [](const CellFigure& a, const CellFigure& b) { return a.span.begin < b.span.begin; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (kept > 0 && figures[kept - 1].span.end > figures[i].span.begin) continue;
    if (kept != i) figures[kept] = std::move(figures[i]);
    ++kept;
  }
  figures.resize(kept);
}

/// The row that a cell begins in, as the sentence of its figures.
class RowSentences {
 public:
  RowSentences(const FormPages& pages, const CellText& cells) : pages_(pages), cells_(cells) {}

  Span of(const CellFigure& figure) {
    const Cell& cell = cells_.cell(figure.cell);
    auto [found, fresh] = rows_.try_emplace({figure.cell.table, cell.row});
    if (fresh) found->second = row_span(pages_.tables[static_cast<std::size_t>(figure.cell.table)], cell.row);
    Span row = found->second;
    if (row.begin <= figure.span.begin && figure.span.end <= row.end) return row;
    for (Span piece : cell.pieces)
      if (piece.begin <= figure.span.begin && figure.span.end <= piece.end) return piece;
    return figure.span;
  }

 private:
  /// The empty span where cells of other rows stand between those of this one.
  static Span row_span(const CellTable& table, int row) {
    Span whole;
    std::size_t own = 0;
    auto first = std::lower_bound(table.cells.begin(), table.cells.end(), row,
                                  [](const Cell& cell, int wanted) { return cell.row < wanted; });
    for (auto cell = first; cell != table.cells.end() && cell->row == row; ++cell)
      for (Span piece : cell->pieces) {
        if (own == 0) whole = piece;
        whole = {std::min(whole.begin, piece.begin), std::max(whole.end, piece.end)};
        own += piece.size() + 1;
      }
    return whole.size() <= own ? whole : Span{};
  }

  const FormPages& pages_;
  const CellText& cells_;
  std::map<std::pair<int, int>, Span> rows_;
};

class TableRecords {
 public:
  TableRecords(const CleanText& clean, const Outline& outline, const FormPages& pages,
               const PatternSet& patterns, bool ocr)
      : text_(clean.text), outline_(outline), pages_(pages), patterns_(patterns), ocr_(ocr) {}

  void add(std::vector<Mention>& mentions, std::vector<Explanation>* explanations) {
    CellText cells(text_, pages_, mentions);
    std::vector<CellFigure> figures;
    form_figures(cells, pages_, patterns_, figures);
    plain_figures(cells, pages_, patterns_, figures);
    sort_figures(figures);
    bool explain = explanations != nullptr;
    auto names = name_figures(text_, outline_, pages_, patterns_, figures, explain);
    RowSentences rows(pages_, cells);
    std::vector<Mention> records;
    std::vector<Explanation> why;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      records.push_back(record(figures[i], names[i], rows));
      if (explain) why.push_back(explanation(figures[i], names[i]));
    }
    merge(cells, records, why, mentions, explanations);
  }

 private:
  Mention record(const CellFigure& figure, const std::optional<FigureName>& name, RowSentences& rows) const {
    Mention mention = figure.prose != nullptr ? *figure.prose : Mention();
    mention.report = outline_.report_at(figure.span.begin) + 1;
    mention.section = outline_.section_at(figure.span.begin);
    mention.span = figure.span;
    mention.kind = figure.kind;
    mention.quantity = figure.quantity;
    mention.per = figure.per;
    mention.repair = figure.repair;
    mention.table = figure.cell.table;
    mention.cell = figure.cell.cell;
    if (figure.prose == nullptr) start(figure, mention);
    label(figure, name, mention);
    if (figure.role) mention.role = *figure.role;
    if (figure.words.empty() && figure.detail.empty()) return mention;
    mention.subject = figure.subject;
    mention.sentence = rows.of(figure);
    return mention;
  }

  void start(const CellFigure&, Mention& mention) const {
    mention.measure = mention.detail = "other";
    mention.confidence = kUnlabelled;
    mention.year = outline_.reports[static_cast<std::size_t>(mention.report - 1)].fiscal_year;
  }

  void label(const CellFigure& figure, const std::optional<FigureName>& name, Mention& mention) const {
    if (!figure.detail.empty()) {
      mention.detail = figure.detail;
      mention.measure =
          figure.detail == "other" ? "other" : patterns_.impl().concepts.at(figure.detail).published;
      mention.pattern = figure.detail == "other" ? "" : figure.pattern;
      mention.confidence = sure(figure.detail == "other" ? kUnlabelled : kKnown, figure);
    } else if (name && (!name->labels.pattern.empty() || figure.prose == nullptr)) {
      const Mention& labels = name->labels;
      mention.measure = labels.measure;
      mention.detail = labels.detail;
      mention.pattern = labels.pattern;
      mention.year = labels.year;
      mention.change = labels.change;
      mention.role = labels.role;
      mention.confidence = sure(labels.confidence, figure);
    }
  }

  int sure(int confidence, const CellFigure& figure) const {
    const CellTable& table = pages_.tables[static_cast<std::size_t>(figure.cell.table)];
    confidence = confidence * table.confidence / 100;
    if (table.inferred) confidence -= kInferredDoubt;
    if (ocr_) confidence -= kOcrDoubt;
    if (!figure.repair.empty()) confidence -= kRepairDoubt;
    return std::max(confidence, 0);
  }

  static Explanation explanation(const CellFigure& figure, const std::optional<FigureName>& name) {
    Explanation out;
    if (name) out.candidates = name->explanation.candidates;
    out.notes.push_back(figure.note);
    return out;
  }

  /// Puts the records in the place of what prose reading has found there; what else stands in a cell
  /// learns which one.
  void merge(const CellText& cells, std::vector<Mention>& records, std::vector<Explanation>& why,
             std::vector<Mention>& mentions, std::vector<Explanation>* explanations) const {
    std::vector<Mention> merged;
    std::vector<Explanation> merged_why;
    merged.reserve(mentions.size() + records.size());
    auto take = [&](Mention& mention, Explanation* explanation) {
      if (stands_in_blank(mention.span.begin)) return;
      merged.push_back(std::move(mention));
      if (explanation != nullptr) merged_why.push_back(std::move(*explanation));
    };
    std::size_t next = 0;
    auto take_record = [&] {
      take(records[next], why.empty() ? nullptr : &why[next]);
      ++next;
    };
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      Mention& mention = mentions[i];
      while (next < records.size() && records[next].span.end <= mention.span.begin) take_record();
      if (next < records.size() && records[next].span.begin < mention.span.end) continue;
      if (CellId id = cells.cell_at(mention.span.begin); id.known())
        mention.table = id.table, mention.cell = id.cell;
      take(mention, explanations == nullptr ? nullptr : &(*explanations)[i]);
    }
    while (next < records.size()) take_record();
    mentions = std::move(merged);
    if (explanations != nullptr) *explanations = std::move(merged_why);
  }

  bool stands_in_blank(std::size_t at) const {
    const Report& report = outline_.reports[static_cast<std::size_t>(outline_.report_at(at))];
    if (states_nothing(report)) return true;
    return std::any_of(pages_.forms.begin(), pages_.forms.end(),
                       [&](const Form& form) { return form.empty_template && form.span.contains(at); });
  }

  const std::string& text_;
  const Outline& outline_;
  const FormPages& pages_;
  const PatternSet& patterns_;
  bool ocr_;
};

}  // namespace

void add_table_records(const CleanText& clean, const Outline& outline, const FormPages& pages,
                       const PatternSet& patterns, bool ocr, std::vector<Mention>& mentions,
                       std::vector<Explanation>* explanations) {
  TableRecords(clean, outline, pages, patterns, ocr).add(mentions, explanations);
}

}  // namespace ziping
