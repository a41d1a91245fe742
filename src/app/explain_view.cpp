#include "app/explain_view.h"

#include "base/utf8.h"
#include "record/rows.h"

#include <fmt/format.h>

#include <algorithm>

namespace ziping {
namespace {

constexpr const char* kIndent = "    ";
constexpr const char* kHanging = "    ";
constexpr std::size_t kContext = 36;  // bytes of text shown on each side of a skipped number

std::string concept_of(const Mention& mention) {
  bool finer = !mention.detail.empty() && mention.detail != mention.measure;
  if (finer) return fmt::format("{} ({})", mention.measure, mention.detail);
  return mention.measure == "other" ? "other (unlabelled)" : mention.measure;
}

/// What was read of a figure, cell by cell, so that the cells of a sentence line up.
std::vector<std::string> cells_of(const DocumentResult& document, const Mention& mention) {
  const Quantity& quantity = mention.quantity;
  std::string how = quantity.comparator == Comparator::eq ? "" : name_of(quantity.comparator);
  for (const std::string& more :
       {std::string(name_of(mention.change)), mention.per.empty() ? "" : "per " + mention.per})
    if (!more.empty()) how += (how.empty() ? "" : " ") + more;
  return {raw_of(document.clean, document.placed, mention.span.begin, mention.span.end),
          name_of(mention.kind),
          quantity.str() + " " + quantity.unit,
          how,
          name_of(mention.role),
          mention.year ? fmt::to_string(*mention.year) : "-",
          concept_of(mention)};
}

std::string told(const Candidate& candidate, const std::string& text) {
  std::string line =
      fmt::format("{} {} = {}: “{}” in the {}, {} away", candidate.won ? "by " : "not", candidate.rule,
                  candidate.measure, candidate.cue.of(text), candidate.reach, candidate.distance);
  return candidate.reason.empty() ? line : line + "; " + candidate.reason;
}

class ExplainView {
 public:
  ExplainView(const DocumentResult& document, const Why& why, const Terminal& terminal)
      : document_(document), text_(document.clean.text), why_(why), terminal_(terminal) {}

  std::string str() {
    const auto& mentions = document_.mentions;
    for (std::size_t begin = 0, end = 0; begin < mentions.size(); begin = end) {
      while (end < mentions.size() && mentions[end].sentence == mentions[begin].sentence) ++end;
      show_skipped_before(mentions[begin].sentence.begin);
      show_sentence(begin, end);
    }
    show_skipped_before(text_.size() + 1);
    show_totals();
    return std::move(out_);
  }

 private:
  /// A line of the view; what does not fit goes on below, a little further in.
  void line(Colour colour, const std::string& indent, const std::string& text) {
    std::string lead = indent;
    for (Span piece : wrap(text, std::max(20, terminal_.width - display_width(indent + kHanging)))) {
      std::string shown(piece.of(text));
      shown.erase(shown.find_last_not_of(' ') + 1);
      out_ += lead + paint(terminal_, colour, shown.substr(shown.find_first_not_of(' '))) + '\n';
      lead = indent + kHanging;
    }
  }

  std::string where(std::size_t at) const {
    Place place = place_of(document_, at);
    return fmt::format("{}:{}", place.page, place.line);
  }

  /// Page, line and section, above a sentence.
  void head(const Mention& mention) {
    std::string text = where(mention.span.begin);
    if (mention.section >= 0) {
      const Section& section = document_.outline.sections[static_cast<std::size_t>(mention.section)];
      for (const std::string& word : {section.path, section.heading, section.code})
        if (!word.empty()) text += "  " + word;
    }
    out_ += '\n';
    out_ += paint(terminal_, Colour::faint, clipped(text, terminal_.width)) + '\n';
  }

  /// The sentence with its figures in brackets.
  void marked_sentence(std::size_t begin, std::size_t end) {
    Span sentence = document_.mentions[begin].sentence;
    std::string marked;
    std::size_t at = sentence.begin;
    for (std::size_t i = begin; i < end; ++i) {
      Span span = document_.mentions[i].span;
      marked += text_.substr(at, span.begin - at) + "[" + std::string(span.of(text_)) + "]";
      at = span.end;
    }
    marked += text_.substr(at, std::max(at, sentence.end) - at);
    part_cells(marked);
    for (Span piece : wrap(marked, terminal_.width))
      out_ += paint(terminal_, Colour::strong, std::string(piece.of(marked))) + '\n';
  }

  void show_sentence(std::size_t begin, std::size_t end) {
    head(document_.mentions[begin]);
    marked_sentence(begin, end);
    std::vector<std::vector<std::string>> rows;
    for (std::size_t i = begin; i < end; ++i) rows.push_back(cells_of(document_, document_.mentions[i]));
    std::vector<int> widths(rows.front().size());
    for (const std::vector<std::string>& row : rows)
      for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_width(row[i]));
    for (std::size_t i = begin; i < end; ++i) show_mention(i, rows[i - begin], widths);
    show_skipped_before(document_.mentions[begin].sentence.end);
  }

  void show_mention(std::size_t index, const std::vector<std::string>& row, const std::vector<int>& widths) {
    std::string cells;
    for (std::size_t i = 0; i < row.size(); ++i)
      if (widths[i] > 0) cells += padded(row[i], widths[i]) + "  ";
    const Mention& mention = document_.mentions[index];
    cells.erase(cells.find_last_not_of(' ') + 1);
    line(mention.measure == "other" ? Colour::bad : Colour::mark, "  ", cells);
    if (!mention.subject.empty())
      line(Colour::none, kIndent, "of  " + std::string(mention.subject.of(text_)));
    if (!mention.repair.empty()) line(Colour::bad, kIndent, "repaired: " + mention.repair);
    const Explanation& explanation = why_.explanations[index];
    for (const Candidate& candidate : explanation.candidates)
      line(candidate.won ? Colour::good : Colour::faint, kIndent, told(candidate, text_));
    for (const std::string& note : explanation.notes) line(Colour::faint, kIndent, "as  " + note);
  }

  /// Numbers that are no figure, up to a place of the text.
  void show_skipped_before(std::size_t at) {
    for (; skipped_ < why_.skipped.size() && why_.skipped[skipped_].span.begin < at; ++skipped_) {
      const Skipped& skipped = why_.skipped[skipped_];
      line(Colour::faint, "  ",
           fmt::format("skipped {}  {}: {}", where(skipped.span.begin), context(skipped.span),
                       skipped.reason));
    }
  }

  /// The number in brackets with a few characters of its paragraph on both sides.
  std::string context(Span span) const {
    std::size_t line_begin = text_.rfind('\n', span.begin) + 1;
    std::size_t begin = std::max(line_begin, span.begin - std::min(span.begin, kContext));
    std::size_t end = std::min({text_.find('\n', span.end), span.end + kContext, text_.size()});
    while (begin < span.begin && is_continuation(begin)) ++begin;
    while (end > span.end && end < text_.size() && is_continuation(end)) --end;
    return fmt::format("{}[{}]{}", text_.substr(begin, span.begin - begin), span.of(text_),
                       text_.substr(span.end, end - span.end));
  }

  bool is_continuation(std::size_t at) const {
    return (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80;
  }

  void show_totals() {
    auto unlabelled = std::count_if(document_.mentions.begin(), document_.mentions.end(),
                                    [](const Mention& mention) { return mention.measure == "other"; });
    out_ += fmt::format("\nfigures: {} (unlabelled: {}); numbers skipped: {}\n", document_.mentions.size(),
                        unlabelled, why_.skipped.size());
  }

  const DocumentResult& document_;
  const std::string& text_;
  const Why& why_;
  const Terminal& terminal_;
  std::size_t skipped_ = 0;
  std::string out_;
};

}  // namespace

std::string explain_view(const DocumentResult& document, const Why& why, const Terminal& terminal) {
  return ExplainView(document, why, terminal).str();
}

}  // namespace ziping
