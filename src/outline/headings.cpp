#include "outline/headings.h"

#include "outline/heading_text.h"
#include "outline/mark.h"
#include "outline/scan.h"
#include "outline/section_tree.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr std::size_t kLostHeading = 24;  // characters of a heading whose number is lost
constexpr std::size_t kShortItem = 20;    // characters of an item's heading that opens a list inside a line
constexpr std::size_t kLookAhead = 40;    // paragraphs

class HeadingFinder {
 public:
  HeadingFinder(std::string_view text, const std::vector<Paragraph>& paragraphs, const OutlineWords& words,
                SectionTree& tree)
      : text_(text), paragraphs_(paragraphs), words_(words), tree_(tree) {}

  void read(std::size_t index, std::size_t stop) {
    const Paragraph& paragraph = paragraphs_[index];
    if (paragraph.contents || paragraph.cell > 0) return;
    std::size_t from = paragraph.span.begin;
    if (!at_start(index, stop, from)) from = paragraph.span.begin;
    inside(from, paragraph.span.end);
  }

 private:
  std::string_view rest(std::size_t at, std::size_t end) const { return text_.substr(at, end - at); }

  void add(const ListMark& mark, std::size_t at, const HeadingText& heading) {
    std::string_view printed = mark.number && mark.size ? scan::trim(rest(at, at + mark.size)) : "";
    tree_.add(mark, printed, scan::trim(heading.words.of(text_)), {at, heading.words.end});
  }

  /// Adds the heading that begins a paragraph; `after` is then where it ends.
  bool at_start(std::size_t index, std::size_t stop, std::size_t& after) {
    Span span = paragraphs_[index].span;
    auto mark = read_mark(span.of(text_));
    bool lost = !mark;
    if (lost) mark = read_lost_mark(span.of(text_));
    if (!mark) return word_heading(index, stop, after);
    HeadingText heading = heading_text(text_, span.begin + mark->size, span.end, words_);
    if (lost ? !accept_lost(*mark, heading, span) : !accept(*mark, heading)) return false;
    if (lost) mark->number = tree_.next_number(mark->style);
    std::string_view printed =
        lost ? std::string_view() : scan::trim(rest(span.begin, span.begin + mark->size));
    tree_.add(*mark, printed, scan::trim(heading.words.of(text_)), {span.begin, heading.words.end});
    after = heading.words.end;
    return true;
  }

  bool accept(const ListMark& mark, const HeadingText& heading) const {
    std::string_view words = heading.words.of(text_);
    if (words.empty() && mark.doubtful) return false;
    if (!mark.doubtful) return true;
    bool first = mark.number == 1 && !tree_.is_open(mark.style);
    if (mark.style == MarkStyle::arabic && is_digit(char_at(words, 0)))
      return mark.number > 1 && tree_.expects(mark);
    if (!tree_.expects(mark) && !first) return false;
    return mark.style == MarkStyle::arabic ? !heading.cut && looks_like_heading(words, words_)
                                           : words_.heading_words.prefix(words) > 0;
  }

  /// A number that is lost: the rest of its mark, then a short line of its own that is no sentence.
  bool accept_lost(const ListMark& mark, const HeadingText& heading, Span span) const {
    std::string_view words = heading.words.of(text_);
    if (heading.cut || words.size() < 6 || !scan::at_most(words, kLostHeading)) return false;
    if (scan::has_sentence_mark(words) || !is_han(char_at(words, 0))) return false;
    bool whole = heading.words.end + 3 >= span.end;
    return mark.style == MarkStyle::han ? whole || looks_like_heading(words, words_)
                                        : looks_like_heading(words, words_);
  }

  /// A heading without any number: a line of its own that begins with a heading word.
  bool word_heading(std::size_t index, std::size_t stop, std::size_t& after) {
    Span span = paragraphs_[index].span;
    std::string_view line = span.of(text_);
    for (std::string_view end : {"。", "：", ":"})
      if (line.ends_with(end)) line.remove_suffix(end.size());
    std::size_t prefix = line.size() > 60 ? 0 : words_.heading_words.prefix(line);
    if (prefix == 0 || scan::has_sentence_mark(line)) return false;
    bool whole = prefix == line.size();
    if (!whole && (line.size() - prefix > 24 || !words_.heading_tails.suffix(line))) return false;
    if (index + 1 >= stop || !opens_text(index + 1)) return false;
    after = span.begin + line.size();
    ListMark mark;
    if (auto style = lost_style(index, stop)) mark.style = *style, mark.number = tree_.next_number(*style);
    tree_.add(mark, "", line, {span.begin, after});
    return true;
  }

  /// The paragraph is text or another heading, not a cell of a form.
  bool opens_text(std::size_t index) const {
    std::string_view line = paragraphs_[index].span.of(text_);
    auto mark = read_mark(line);
    return !scan::at_most(line, 14) || (mark && !mark->doubtful);
  }

  /// The style whose numbers go on after this line with one missing: the line's own number.
  std::optional<MarkStyle> lost_style(std::size_t index, std::size_t stop) const {
    for (std::size_t i = index + 1; i < std::min(stop, index + kLookAhead); ++i) {
      auto mark = read_mark(paragraphs_[i].span.of(text_));
      if (!mark || mark->doubtful) continue;
      bool gap = tree_.is_open(mark->style) && mark->number == tree_.next_number(mark->style) + 1;
      if (gap) return mark->style;
      if (mark->number > 1) return {};
    }
    return {};
  }

  /// Headings inside a paragraph, from `at` on.
  void inside(std::size_t at, std::size_t end) {
    while (at < end) {
      unsigned char lead = static_cast<unsigned char>(text_[at]);
      if (lead != 0xE3 && lead != 0xEF && lead != '(') {
        at += lead >= 0xE4 && lead < 0xEF ? 3 : 1;
        continue;
      }
      std::size_t after = glued(at, end);
      at = after ? after : at + (lead == '(' ? 1 : 3);
    }
  }

  /// Tries a heading at a place where one may be glued; returns where it ends, or 0.
  std::size_t glued(std::size_t at, std::size_t end) {
    switch (char32_t here = char_at(text_, at)) {
      case U'。':
      case U'：':
      case U'；': {
        std::size_t begin = at + 3;
        scan::skip_spaces(text_.substr(0, end), begin);
        return begin < end ? after_stop(begin, end, here == U'。') : 0;
      }
      case U'（':
      case U'(':
        return without_stop(at, end);
      case U'、':
        return without_stop(numeral_before(at), end);
      default:
        return 0;
    }
  }

  /// Where the Han number before the 、 at `at` begins; `at` itself where there is none.
  std::size_t numeral_before(std::size_t at) const {
    std::size_t begin = at;
    for (int i = 0; i < 3 && begin >= 3; ++i) {
      std::size_t read = begin - 3;
      if (scan::han_number(text_.substr(0, begin), read) == 0) break;
      begin -= 3;
    }
    return begin;
  }

  std::size_t take(const ListMark& mark, std::size_t at, std::size_t end) {
    HeadingText heading = heading_text(text_, at + mark.size, end, words_);
    add(mark, at, heading);
    return heading.words.end;
  }

  std::size_t after_stop(std::size_t at, std::size_t end, bool full_stop) {
    auto mark = read_mark(rest(at, end));
    if (!mark || mark->doubtful) return 0;
    HeadingText heading = heading_text(text_, at + mark->size, end, words_);
    bool evidence = words_.heading_words.prefix(heading.words.of(text_)) > 0;
    bool shallow = mark->style <= MarkStyle::han_paren;
    bool expected = tree_.expects(*mark);
    if (!full_stop) return shallow && evidence && (expected || mark->number == 1) ? take(*mark, at, end) : 0;
    bool opens = mark->number == 1 && !heading.cut && scan::at_most(heading.words.of(text_), kShortItem) &&
                 (shallow || looks_like_heading(heading.words.of(text_), words_));
    return expected || opens || (shallow && evidence) ? take(*mark, at, end) : 0;
  }

  /// No stop before it: only 一、 and （一） that the list expects, before a heading word.
  std::size_t without_stop(std::size_t at, std::size_t end) {
    auto mark = read_mark(rest(at, end));
    if (!mark || mark->doubtful || mark->style > MarkStyle::han_paren) return 0;
    char32_t before = char_before(text_, at);
    if (before == U'第' || before == U'、' || before == U'《' || before == U'“' || before == U'\n') return 0;
    bool expected = tree_.expects(*mark) || (mark->number == 1 && !tree_.is_open(mark->style));
    bool evidence = words_.heading_words.prefix(rest(at + mark->size, end)) > 0;
    return expected && evidence ? take(*mark, at, end) : 0;
  }

  std::string_view text_;
  const std::vector<Paragraph>& paragraphs_;
  const OutlineWords& words_;
  SectionTree& tree_;
};

}  // namespace

void find_headings(std::string_view text, const std::vector<Paragraph>& paragraphs, std::size_t begin,
                   std::size_t end, int report, std::size_t report_end, const OutlineWords& words,
                   std::vector<Section>& sections) {
  std::size_t first = sections.size();
  SectionTree tree(sections, report);
  HeadingFinder finder(text, paragraphs, words, tree);
  for (std::size_t i = begin; i < end; ++i) finder.read(i, end);
  for (std::size_t i = first; i < sections.size(); ++i) {
    std::size_t next = i + 1 < sections.size() ? sections[i + 1].heading_span.begin : report_end;
    sections[i].body = {sections[i].heading_span.end, next};
  }
}

}  // namespace ziping
