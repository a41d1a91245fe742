#include "normalize/clean_text.h"

#include "base/utf8.h"
#include "normalize/fold.h"
#include "normalize/ocr_brackets.h"
#include "normalize/residue.h"
#include "normalize/torn_numbers.h"

#include <algorithm>

namespace ziping {
namespace {

/// Half ems that a gap needs to part two fields.
constexpr int kFieldGapColumns = 3;
constexpr int kTabColumns = 4;
/// Of a space's height: a box wider than this is a field gap.
constexpr float kFieldGap = 1.5F;
constexpr float kOcrFieldGap = 2.5F;

/// Gathers the characters of a paragraph's lines, folded, runs of spaces made one.
class Gatherer {
 public:
  Gatherer(const PlacedText& placed, Draft& draft) : placed_(placed), draft_(draft) {}

  void take(const Line& line) {
    bool joins = !draft_.chars.empty();
    if (joins) draft_.put(number_ended_ ? Draft::kFieldGap : Draft::kGap, draft_.origin.back());
    number_ended_ = line.ends_number;
    first_of_line_ = draft_.chars.size();
    columns_ = 0;
    for (std::uint32_t at = line.begin; at < line.end; ++at) {
      char32_t ch = fold_char(placed_.chars[at]);
      if (ch == U' ') {
        take_space(at);
      } else if (ch != 0) {
        if (joins && draft_.chars.back() == Draft::kGap) mend_number(ch);
        joins = false;
        draft_.put(ch, at);
        columns_ = 0;
      }
    }
    if (!draft_.chars.empty() && is_gap(draft_.chars.back())) draft_.drop_back();
  }

 private:
  /// A number that a line break has cut is one number: no gap between its digits.
  void mend_number(char32_t next) {
    char32_t before = draft_.chars[first_of_line_ - 2];
    if (is_digit(next) && (is_digit(before) || before == U'.' || before == U',')) draft_.drop_back();
  }

  void take_space(std::uint32_t at) {
    columns_ += columns_of(at);
    bool leading = draft_.chars.size() == first_of_line_;
    if (leading) return;
    if (!is_gap(draft_.chars.back())) draft_.put(Draft::kGap, at);
    if (columns_ >= kFieldGapColumns) draft_.chars.back() = Draft::kFieldGap;
  }

  /// Width of a space in half ems. An OCR layer writes spaces of any width after each word; there
  /// only a gap of several characters counts.
  int columns_of(std::uint32_t at) const {
    char32_t ch = placed_.chars[at];
    int columns = ch == U'\u3000' ? 2 : ch == U'\t' ? kTabColumns : 1;
    if (placed_.boxes.empty()) return columns;
    const Box& box = placed_.boxes[at];
    bool wide = box.width() > (placed_.ocr ? kOcrFieldGap : kFieldGap) * box.height();
    if (placed_.ocr) return wide ? kFieldGapColumns : 0;
    return wide ? kFieldGapColumns : columns;
  }

  const PlacedText& placed_;
  Draft& draft_;
  std::size_t first_of_line_ = 0;
  int columns_ = 0;
  bool number_ended_ = false;  ///< with the line before
};

void write_paragraph(Draft& draft, const PlacedText& placed, CleanText& out) {
  if (placed.boxes.empty()) drop_residue(draft);
  if (placed.ocr) round_brackets(draft);
  join_torn_numbers(draft, placed);
  std::size_t begin = out.text.size();
  write_clean(draft, out.text, &out.origin);
  if (out.text.size() > begin) {
    out.text.push_back('\n');
    out.origin.push_back(out.origin.back());
  }
}

}  // namespace

std::size_t CharCounter::at(std::size_t byte) {
  if (byte < byte_) byte_ = chars_ = 0;
  chars_ += count_chars(std::string_view(text_).substr(byte_, byte - byte_));
  byte_ = byte;
  return chars_;
}

CleanText clean(const PlacedText& placed) {
  CleanText out;
  out.text.reserve(placed.chars.size() * 3);
  out.origin.reserve(placed.chars.size() * 3);
  Draft draft;
  Gatherer gatherer(placed, draft);
  for (const Line& line : placed.lines) {
    if (line.role == LineRole::furniture) continue;
    gatherer.take(line);
    if (line.joins_next) continue;
    write_paragraph(draft, placed, out);
    draft.clear();
  }
  if (!draft.chars.empty()) write_paragraph(draft, placed, out);
  return out;
}

std::string fold(const std::string& utf8) {
  PlacedText placed;
  placed.chars = to_utf32(utf8);
  placed.lines.emplace_back().end = static_cast<std::uint32_t>(placed.chars.size());
  Draft draft;
  Gatherer(placed, draft).take(placed.lines.front());
  std::string out;
  write_clean(draft, out, nullptr);
  return out;
}

std::string raw_of(const CleanText& clean, const PlacedText& placed, std::size_t begin, std::size_t end) {
  std::string out;
  end = std::min(end, clean.text.size());
  if (begin >= end) return out;
  std::uint32_t first = clean.origin[begin], last = clean.origin[end - 1];
  for (const Line* line = &placed.line_of(first); line != placed.lines.data() + placed.lines.size(); ++line) {
    if (line->begin > last) break;
    if (line->role == LineRole::furniture) continue;
    if (!out.empty()) out += "\u23CE";
    std::uint32_t from = std::max(first, line->begin), to = std::min(last + 1, line->end);
    for (std::uint32_t at = from; at < to; ++at) append_utf8(out, placed.chars[at]);
  }
  return out;
}

}  // namespace ziping
