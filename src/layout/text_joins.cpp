#include "layout/text_joins.h"

#include "layout/marks.h"

#include <algorithm>
#include <string>

namespace ziping {
namespace {

/// Columns of a line that may be a cut one: 18 Han characters, the narrowest printed line met.
constexpr int kPrintedLine = 36;
/// Cells of a table written one a line are shorter than this.
constexpr std::size_t kCellLength = 10;
/// Columns of a paragraph's indent.
constexpr int kIndent = 4;
/// A title's first line is at least this long.
constexpr std::size_t kTitleStart = 8;

int columns(char32_t ch) {
  return ch < 0x1100 ? 1 : 2;
}

/// What a join looks at.
struct TextLine {
  std::u32string words;
  int width = 0;          ///< columns without the indent
  int indent = 0;         ///< columns
  bool starts = false;    ///< begins a paragraph whatever stands before
  bool labelled = false;  ///< begins one unless the line before is full
  bool ends = false;      ///< ends a paragraph whatever comes next
  bool short_cell = false;
  bool title = false, dated = false;
  bool after_blank = false;  ///< a blank line stands before it
};

TextLine measure(std::u32string_view printed) {
  TextLine line;
  line.words = squeezed(printed);
  bool leading = true;
  for (char32_t ch : printed) {
    bool blank = ch <= U' ' || ch == 0x3000 || ch == 0xA0;
    leading = leading && blank;
    if (leading) {
      line.indent += ch == U'\t' ? 4 : columns(ch);
    } else {
      line.width += columns(ch);
    }
  }
  const std::u32string& words = line.words;
  bool mark = begins_with_mark(words), label = begins_with_label(words);
  line.title = is_title(words);
  line.dated = is_date(words);
  line.starts = mark || line.title || line.dated;
  line.labelled = label || is_bracketed(words) || is_figure(words);
  line.ends = ends_sentence(words) || line.title || line.dated || is_bare_heading(words);
  line.short_cell = words.size() <= kCellLength && !mark && !label && !ends_sentence(words);
  return line;
}

/// The width that lines of a hard-wrapped text reach; 0 where each paragraph is one line. Wrapped
/// text has many lines within two characters of the longest usual one.
int wrap_width(const std::vector<TextLine>& lines) {
  std::vector<int> widths;
  for (const TextLine& line : lines)
    if (line.width >= kPrintedLine) widths.push_back(line.width + line.indent);
  if (widths.size() < 8) return 0;
  auto high = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
  std::nth_element(widths.begin(), high, widths.end());
  int full = *high;
  auto near =
      std::count_if(widths.begin(), widths.end(), [&](int w) { return w >= full - 4 && w <= full + 4; });
  return static_cast<std::size_t>(near) * 2 >= widths.size() ? full : 0;
}

/// A title broken in two: its first line opens a block and is no title or office by itself.
bool is_title_pair(const TextLine& line, const TextLine& next) {
  const std::u32string& words = line.words;
  bool plain = words.find_first_of(U"，,。；;：:、") == words.npos && !line.starts && !line.labelled;
  return next.title && !next.after_blank && line.after_blank && plain && words.size() >= kTitleStart &&
         !is_office(words);
}

/// An office in a line of its own, the date below it.
bool signs_off(const std::vector<TextLine>& lines, std::size_t at) {
  return is_office(lines[at].words) && at + 1 < lines.size() && lines[at + 1].dated;
}

/// A table whose cells stand one a line: nearly all neighbours are short.
bool among_cells(const std::vector<TextLine>& lines, std::size_t at) {
  std::size_t begin = at < 4 ? 0 : at - 4, end = std::min(lines.size(), at + 5);
  auto cells = std::count_if(lines.begin() + static_cast<std::ptrdiff_t>(begin),
                             lines.begin() + static_cast<std::ptrdiff_t>(end),
                             [](const TextLine& line) { return line.short_cell; });
  return lines[at].short_cell && cells >= 5;
}

/// Columns of what cannot be broken at the start of a line: a number or Latin word.
int first_word(const TextLine& line) {
  std::size_t end = 0;
  while (end < line.words.size() && line.words[end] > U' ' && line.words[end] < 0x7F) ++end;
  return static_cast<int>(end);
}

/// Whether a line of a hard-wrapped text is full. Its converter may have lost the indent of the first
/// line of a paragraph.
bool is_full(const TextLine& line, const TextLine& next, int wrap, bool opens) {
  int slack = 3 + first_word(next) + (opens ? kIndent : 0);
  return wrap > 0 && line.width + line.indent >= wrap - slack;
}

/// Nothing but a list number that the next line belongs to.
bool is_lone_mark(const TextLine& line) {
  return line.words.size() <= 4 && begins_with_mark(line.words) &&
         std::u32string_view(U".、)）").find(line.words.back()) != std::u32string_view::npos;
}

/// `opens`: the line begins a paragraph.
bool goes_on(const std::vector<TextLine>& lines, std::size_t at, int wrap, bool opens) {
  const TextLine& line = lines[at];
  const TextLine& next = lines[at + 1];
  if (is_title_pair(line, next)) return true;
  if (is_lone_mark(line) && !next.starts) return true;
  bool wrapped = is_full(line, next, wrap, opens);
  if (ends_sentence(line.words) || (line.ends && !wrapped)) return false;
  if (next.starts || (next.labelled && !wrapped) || next.indent > line.indent + 2) return false;
  if (among_cells(lines, at + 1) || signs_off(lines, at + 1)) return false;
  if (line.indent >= 3 && next.indent >= line.indent) return false;
  if (ends_open(line.words) || begins_mid_sentence(next.words)) return true;
  return wrap > 0 ? wrapped : line.width >= kPrintedLine;
}

}  // namespace

void join_text_lines(PlacedText& placed) {
  std::vector<TextLine> lines;
  std::vector<Line*> body;
  int number = -1;
  for (Line& line : placed.lines) {
    if (line.role == LineRole::furniture) continue;
    lines.push_back(measure(std::u32string_view(placed.chars).substr(line.begin, line.end - line.begin)));
    lines.back().after_blank = line.number > number + 1;
    number = line.number;
    body.push_back(&line);
  }
  int margin = lines.empty() ? 0 : lines.front().indent;
  for (const TextLine& line : lines) margin = std::min(margin, line.indent);
  for (TextLine& line : lines) line.indent -= margin;
  int wrap = wrap_width(lines);
  for (std::size_t at = 0; at + 1 < lines.size(); ++at) {
    bool opens = at == 0 || !body[at - 1]->joins_next;
    bool prose = body[at]->role == LineRole::body && body[at + 1]->role == LineRole::body;
    body[at]->joins_next = prose && goes_on(lines, at, wrap, opens);
  }
}

}  // namespace ziping
