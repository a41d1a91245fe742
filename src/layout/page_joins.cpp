#include "layout/page_joins.h"

#include "base/utf8.h"
#include "layout/margins.h"
#include "layout/marks.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ziping {
namespace {

/// How far from the right edge a full line may end, in sizes.
constexpr float kFull = 1.5F;
constexpr float kOcrFull = 2.5F;
/// Room beside a number that its cell's border has cut, padding included, in sizes.
constexpr float kCellRoom = 2;
constexpr float kIndent = 1.2F;        ///< sizes from the left edge
constexpr float kTitleGap = 2.2F;      ///< baselines of one title, sizes apart
constexpr float kParagraphGap = 1.3F;  ///< of the usual pitch

class Joiner {
 public:
  Joiner(PlacedText& placed, const std::vector<LineShape>& shapes)
      : placed_(placed), shapes_(shapes), margins_(placed, shapes) {}

  void run() {
    std::size_t before = placed_.lines.size();
    std::u32string words_before;
    for (std::size_t at = 0; at < placed_.lines.size(); ++at) {
      const Line& line = placed_.lines[at];
      if (line.role == LineRole::furniture) continue;
      std::u32string words =
          squeezed(std::u32string_view(placed_.chars).substr(line.begin, line.end - line.begin));
      bool goes_on = before < at && joins(before, at, words_before, words);
      if (goes_on) placed_.lines[before].joins_next = true;
      continued_ = goes_on;
      before = at;
      words_before = std::move(words);
    }
  }

 private:
  bool joins(std::size_t a, std::size_t b, std::u32string_view words, std::u32string_view next) {
    const LineShape& one = shapes_[a];
    const LineShape& two = shapes_[b];
    if (one.cell >= 0 || two.cell >= 0) return same_cell(a, b, words, next);
    bool row = !placed_.ocr && (one.fields > 2 || two.fields > 2);
    if (row || one.turned != two.turned || words.empty() || next.empty()) return false;
    if (is_title_pair(a, b, words, next)) return true;
    return goes_on(a, b, words, next);
  }

  /// Lines of a cell are one paragraph. Where two numbers follow each other that are no number cut by the
  /// cell's border, the first is marked as whole.
  bool same_cell(std::size_t a, std::size_t b, std::u32string_view words, std::u32string_view next) {
    const LineShape& one = shapes_[a];
    const LineShape& two = shapes_[b];
    if (one.cell != two.cell) return false;
    bool numbers = !words.empty() && !next.empty() && is_digit(words.back()) && is_digit(next.front());
    if (!numbers || one.turned != two.turned) return true;
    float room = one.cell_width - (one.x1 - one.x0);
    bool cut = room < kCellRoom * one.size && two.x1 - two.x0 < one.x1 - one.x0 + 0.3F * one.size;
    placed_.lines[a].ends_number = !cut;
    return true;
  }

  bool centred(const LineShape& line) const {
    float left = margins_.left(line), right = margins_.right(line);
    return std::fabs((line.x0 + line.x1) - (left + right)) < 3 * line.size && line.x0 - left > line.size;
  }

  bool is_title_pair(std::size_t a, std::size_t b, std::u32string_view words,
                     std::u32string_view next) const {
    const LineShape& one = shapes_[a];
    const LineShape& two = shapes_[b];
    bool large = std::min(one.size, two.size) > 1.15F * margins_.size();
    bool alike =
        std::fabs(one.size - two.size) < 0.1F * one.size && placed_.lines[a].page == placed_.lines[b].page;
    if (!large || !alike || two.base - one.base > kTitleGap * one.size || two.base <= one.base) return false;
    if (!(centred(two) && (centred(one) || is_full(one, 0)))) return false;
    if (ends_sentence(words) || is_title(words) || is_date(next) || is_bracketed(next)) return false;
    if (begins_with_mark(next) || begins_with_mark(words)) return false;
    return !is_office(words) || next.substr(0, 2) == U"关于";
  }

  /// Width of what cannot be broken at the start of a line: a number or Latin word.
  float first_word(std::size_t at) const {
    const Line& line = placed_.lines[at];
    std::uint32_t end = line.begin;
    while (end < line.end && placed_.chars[end] > U' ' && placed_.chars[end] < 0x7F) ++end;
    if (end == line.begin) return 0;
    return placed_.boxes[end - 1].x1 - placed_.boxes[line.begin].x0;
  }

  bool is_full(const LineShape& line, float next_word) const {
    float room = (placed_.ocr ? kOcrFull : kFull) * line.size + next_word;
    return line.x1 >= margins_.right(line) - room;
  }

  bool goes_on(std::size_t a, std::size_t b, std::u32string_view words, std::u32string_view next) const {
    const LineShape& one = shapes_[a];
    const LineShape& two = shapes_[b];
    bool ended = ends_sentence(words);
    if (is_date(next) || begins_with_mark(next)) return false;
    if (!ended && begins_mid_sentence(next)) return true;
    if (std::fabs(one.size - two.size) > 0.2F * one.size && !placed_.ocr) return false;
    bool same_page = placed_.lines[a].page == placed_.lines[b].page && one.column == two.column;
    bool apart = same_page && two.base - one.base > kParagraphGap * margins_.pitch(one) + 0.3F * one.size;
    bool indented = two.x0 - margins_.left(two) > kIndent * two.size;
    if (apart) return false;
    if (indented) return !ended && is_full(one, first_word(b)) && set_in_alike(one, two, next);
    bool styled = margins_.indents() || (same_page && margins_.spaces());
    if (is_full(one, first_word(b))) return styled || (!ended && !begins_with_label(next));
    return styled && same_page && continued_ && !ended && !opens_by_words(next);
  }

  /// Both lines stand in from the edge by the same width: a block set in as a whole.
  static bool set_in_alike(const LineShape& one, const LineShape& two, std::u32string_view next) {
    return std::fabs(two.x0 - one.x0) < 0.5F * two.size && !begins_with_label(next);
  }

  static bool opens_by_words(std::u32string_view words) {
    return begins_with_label(words) || is_bracketed(words) || is_title(words) || is_figure(words);
  }

  PlacedText& placed_;
  const std::vector<LineShape>& shapes_;
  Margins margins_;
  bool continued_ = false;  ///< the line before goes on from one before it
};

}  // namespace

void join_page_lines(PlacedText& placed, const std::vector<LineShape>& shapes) {
  Joiner(placed, shapes).run();
}

}  // namespace ziping
