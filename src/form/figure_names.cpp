#include "form/figure_names.h"

#include "pattern/labeller.h"

#include <algorithm>

namespace ziping {
namespace {

/// Sentences made of words of a text, each of which leads back to its place there.
class Sentences {
 public:
  explicit Sentences(const std::string& text) : text_(text) {}

  void append(Span from) {
    copies_.push_back({out_.size(), from});
    out_ += from.of(text_);
    std::replace(out_.end() - static_cast<std::ptrdiff_t>(from.size()), out_.end(), '\n', ' ');
  }
  void append(const std::string& words) { out_ += words; }

  const std::string& str() const { return out_; }
  std::size_t size() const { return out_.size(); }

  /// Where `made` was copied from; the empty span where it was not, or from several places.
  Span source(Span made) const {
    auto after = std::upper_bound(copies_.begin(), copies_.end(), made.begin,
                                  [](std::size_t at, const Copy& copy) { return at < copy.at; });
    if (after == copies_.begin()) return {};
    const Copy& copy = *(after - 1);
    if (made.end > copy.at + copy.from.size()) return {};
    std::size_t begin = copy.from.begin + (made.begin - copy.at);
    return {begin, begin + made.size()};
  }

 private:
  struct Copy {
    std::size_t at;
    Span from;
  };
  const std::string& text_;
  std::string out_;
  std::vector<Copy> copies_;
};

/// The figures of one cell, in one sentence.
struct Asked {
  int report = 0;
  Span paragraph;        ///< of the sentences
  std::size_t cell = 0;  ///< where the cell begins there
  std::vector<Value> values;
  std::vector<std::size_t> figures;
};

class Namer {
 public:
  Namer(const std::string& text, const Outline& outline, const FormPages& pages, const PatternSet& patterns,
        const std::vector<CellFigure>& figures, bool explain)
      : text_(text),
        outline_(outline),
        pages_(pages),
        patterns_(patterns),
        figures_(figures),
        explain_(explain),
        names_(figures.size()) {}

  std::vector<std::optional<FigureName>> names() {
    ask([](const CellFigure& figure) { return figure.detail.empty() && !figure.words.empty(); }, false);
    ask([](const CellFigure& figure) { return figure.detail.empty() && !figure.lead.empty(); }, true);
    return std::move(names_);
  }

 private:
  template <class Wanted>
  void ask(Wanted wanted, bool with_lead) {
    Sentences sentences(text_);
    std::vector<Asked> asked;
    for (std::size_t i = 0; i < figures_.size(); ++i) {
      const CellFigure& figure = figures_[i];
      bool named = names_[i] && !names_[i]->labels.pattern.empty();
      if (named || !wanted(figure)) continue;
      bool same = !asked.empty() && figures_[asked.back().figures.back()].cell == figure.cell;
      if (!same) asked.push_back(sentence(figure, with_lead, sentences));
      asked.back().figures.push_back(i);
      asked.back().values.push_back(value(figure, asked.back()));
    }
    label(asked, sentences);
  }

  const Cell& cell_of(const CellFigure& figure) const {
    return pages_.tables[static_cast<std::size_t>(figure.cell.table)]
        .cells[static_cast<std::size_t>(figure.cell.cell)];
  }

  Asked sentence(const CellFigure& figure, bool with_lead, Sentences& sentences) const {
    Asked asked;
    asked.report = outline_.report_at(figure.span.begin);
    asked.paragraph.begin = sentences.size();
    if (with_lead) sentences.append(figure.lead + "，");
    for (Span words : figure.words) sentences.append(words);
    asked.cell = sentences.size();
    for (Span piece : cell_of(figure).pieces) sentences.append(piece);
    asked.paragraph.end = sentences.size();
    sentences.append("\n");
    return asked;
  }

  Value value(const CellFigure& figure, const Asked& asked) const {
    std::size_t at = asked.cell;
    for (Span piece : cell_of(figure).pieces) {
      if (piece.begin <= figure.span.begin && figure.span.end <= piece.end) {
        at += figure.span.begin - piece.begin;
        break;
      }
      at += piece.size();
    }
    Value value;
    value.span.begin = std::min(at, asked.paragraph.end);
    value.span.end = std::min(at + figure.span.size(), asked.paragraph.end);
    value.number = value.span;
    value.kind = figure.kind;
    value.quantity = figure.quantity;
    value.per = figure.per;
    return value;
  }

  /// The reports of the document, each holding its sentences; a section says nothing of a table.
  Outline outline_over(const std::vector<Asked>& asked, std::size_t size) const {
    Outline made;
    auto next = asked.begin();
    for (std::size_t i = 0; i < outline_.reports.size(); ++i) {
      Report report;
      report.fiscal_year = outline_.reports[i].fiscal_year;
      report.title = outline_.reports[i].title;
      report.project = outline_.reports[i].project;
      report.span.begin = next == asked.end() ? size : next->paragraph.begin;
      while (next != asked.end() && next->report <= static_cast<int>(i)) ++next;
      report.span.end = next == asked.end() ? size : next->paragraph.begin;
      made.reports.push_back(std::move(report));
    }
    return made;
  }

  void label(const std::vector<Asked>& asked, const Sentences& sentences) {
    if (asked.empty()) return;
    Outline made = outline_over(asked, sentences.size());
    Labeller labeller(sentences.str(), made, patterns_.impl(), false);
    std::vector<Mention> mentions;
    std::vector<Explanation> explanations;
    for (const Asked& one : asked) {
      mentions.clear();
      explanations.clear();
      labeller.label(one.paragraph, one.values, mentions, explain_ ? &explanations : nullptr);
      explanations.resize(mentions.size());
      for (std::size_t i = 0; i < one.figures.size(); ++i)
        take(one.figures[i], mentions[i], explanations[i], sentences);
    }
  }

  void take(std::size_t figure, Mention& mention, Explanation& explanation, const Sentences& sentences) {
    if (names_[figure] && mention.pattern.empty()) return;
    for (Candidate& candidate : explanation.candidates) candidate.cue = sentences.source(candidate.cue);
    names_[figure] = FigureName{std::move(mention), std::move(explanation)};
  }

  const std::string& text_;
  const Outline& outline_;
  const FormPages& pages_;
  const PatternSet& patterns_;
  const std::vector<CellFigure>& figures_;
  bool explain_;
  std::vector<std::optional<FigureName>> names_;
};

}  // namespace

std::vector<std::optional<FigureName>> name_figures(const std::string& text, const Outline& outline,
                                                    const FormPages& pages, const PatternSet& patterns,
                                                    const std::vector<CellFigure>& figures, bool explain) {
  return Namer(text, outline, pages, patterns, figures, explain).names();
}

}  // namespace ziping
