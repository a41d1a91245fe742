#include "form/flat_words.h"

#include "base/utf8.h"

#include <algorithm>

namespace ziping {
namespace {

/// Of the usual height of a box: glyphs of a PDF further apart than this stand in two words.
constexpr float kWordGap = 0.6F;
/// An OCR layer's boxes are narrower than its characters.
constexpr float kOcrWordGap = 1.4F;
/// Of the height of a box: from line to line, and over an empty one.
constexpr float kLineStep = 0.35F, kBlankLine = 2.2F;
/// Lines between the last of a page and the first of the next.
constexpr int kPageGap = 2;

bool is_blank(char32_t ch) {
  return ch <= U' ' || ch == 0xA0 || ch == 0x3000 || ch == 0xFEFF;
}

/// — 3 —, 第3页: furniture that was not known as such.
bool is_page_number(std::string_view words) {
  std::string_view digits = words;
  auto strip = [&](std::string_view from, std::string_view to) {
    bool fits = digits.size() > from.size() + to.size() && digits.starts_with(from) && digits.ends_with(to);
    if (fits) digits = digits.substr(from.size(), digits.size() - from.size() - to.size());
    return fits;
  };
  bool framed = strip("—", "—") || strip("-", "-") || strip("–", "–") || strip("第", "页");
  return framed && digits.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Median height of the boxes of a PDF.
float usual_height(const PlacedText& placed) {
  std::vector<float> heights;
  for (const Box& box : placed.boxes)
    if (box.height() > 1) heights.push_back(box.height());
  if (heights.empty()) return 1;
  auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

/// Cuts lines into words.
class WordCutter {
 public:
  WordCutter(const CleanText& clean, const PlacedText& placed)
      : clean_(clean), placed_(placed), em_(usual_height(placed)) {}

  void take(const Line& line) {
    bool same_page = line.page == page_;
    line_ += same_page ? line.number - number_ : kPageGap;
    page_ = line.page;
    number_ = line.number;
    bool opens = true;
    std::size_t first = words.size();
    for (std::uint32_t at = line.begin; at < line.end;) {
      if (is_blank(placed_.chars[at])) {
        ++at;
        continue;
      }
      std::uint32_t end = at + 1;
      for (std::uint32_t next = next_of(end, line.end); next < line.end && !apart(end, next);
           next = next_of(end, line.end))
        end = next + 1;
      put(line, at, end, opens);
      opens = false;
      at = end;
    }
    int begin = static_cast<int>(first), end = static_cast<int>(words.size());
    if (end - begin <= 3 && is_page_number(joined(words, {begin, end}))) words.resize(first);
  }

  std::vector<FlatWord> words;

 private:
  std::uint32_t next_of(std::uint32_t at, std::uint32_t end) const {
    while (at < end && is_blank(placed_.chars[at])) ++at;
    return at;
  }

  /// Whether a word ends before `end` and another begins at `next`. An OCR layer has spaces within words.
  bool apart(std::uint32_t end, std::uint32_t next) const {
    if (placed_.boxes.empty()) return next > end;
    const Box &a = placed_.boxes[end - 1], &b = placed_.boxes[next];
    return b.x0 - a.x1 > (placed_.ocr ? kOcrWordGap : kWordGap) * em_;
  }

  void put(const Line& line, std::uint32_t begin, std::uint32_t end, bool opens) {
    FlatWord word;
    word.begin = begin;
    word.end = end;
    word.page = line.page;
    word.line = line_;
    word.opens_line = opens;
    place(word, line);
    word.span = clean_span_of(clean_, begin, end);
    word.text = word.span.of(clean_.text);
    if (!word.text.empty()) words.push_back(word);
  }

  void place(FlatWord& word, const Line& line) const {
    if (placed_.boxes.empty()) {
      word.left = static_cast<float>(word.begin - line.begin);
      word.right = static_cast<float>(word.end - line.begin);
    } else {
      const Box& box = placed_.boxes[word.begin];
      word.height = (box.y0 + box.y1) / 2;
      word.left = box.x0 / em_;
      word.right = placed_.boxes[word.end - 1].x1 / em_;
    }
  }

  const CleanText& clean_;
  const PlacedText& placed_;
  float em_ = 1;
  int page_ = 0, number_ = 0, line_ = 0;
};

/// Puts the words of a PDF in order of their lines, whatever order they were read in.
void order_by_place(std::vector<FlatWord>& words, const PlacedText& placed) {
  float em = usual_height(placed);
  std::stable_sort(words.begin(), words.end(), [](const FlatWord& a, const FlatWord& b) {
    return a.page != b.page ? a.page < b.page : a.height < b.height;
  });
  int line = 0;
  for (std::size_t at = 0; at < words.size(); ++at) {
    bool same_page = at > 0 && words[at].page == words[at - 1].page;
    float below = same_page ? words[at].height - words[at - 1].height : 0;
    if (!same_page) line += kPageGap;
    if (below > kLineStep * em) line += below > kBlankLine * em ? 2 : 1;
    words[at].line = line;
  }
  std::stable_sort(words.begin(), words.end(), [](const FlatWord& a, const FlatWord& b) {
    return a.line != b.line ? a.line < b.line : a.left < b.left;
  });
  for (std::size_t at = 0; at < words.size(); ++at)
    words[at].opens_line = at == 0 || words[at].line != words[at - 1].line;
}

}  // namespace

Span clean_span_of(const CleanText& clean, std::uint32_t begin, std::uint32_t end) {
  auto first = std::lower_bound(clean.origin.begin(), clean.origin.end(), begin);
  auto last = std::lower_bound(first, clean.origin.end(), end);
  Span span{static_cast<std::size_t>(first - clean.origin.begin()),
            static_cast<std::size_t>(last - clean.origin.begin())};
  auto is_gap = [&](std::size_t at) { return clean.text[at] == '\n' || clean.text[at] == ' '; };
  while (!span.empty() && is_gap(span.end - 1)) --span.end;
  while (!span.empty() && is_gap(span.begin)) ++span.begin;
  return span;
}

bool is_taken(const CleanText& clean, const Line& line, const std::vector<CellTable>& taken) {
  if (taken.empty()) return false;
  Span span = clean_span_of(clean, line.begin, line.end);
  return std::any_of(taken.begin(), taken.end(),
                     [&](const CellTable& table) { return table.span.overlaps(span); });
}

std::vector<FlatWord> flat_words(const CleanText& clean, const PlacedText& placed,
                                 const std::vector<CellTable>& taken) {
  WordCutter cutter(clean, placed);
  for (const Line& line : placed.lines) {
    bool body = line.role != LineRole::furniture && line.begin < line.end;
    if (body && !is_taken(clean, line, taken)) cutter.take(line);
  }
  if (!placed.boxes.empty()) order_by_place(cutter.words, placed);
  return std::move(cutter.words);
}

std::string joined(const std::vector<FlatWord>& words, WordRange range) {
  std::string text;
  for (int at = range.begin; at < range.end; ++at) text += words[static_cast<std::size_t>(at)].text;
  return text;
}

int half_ems(std::string_view text) {
  int count = 0;
  for (std::size_t at = 0; at < text.size();) count += next_char(text, at) < 0x1100 ? 1 : 2;
  return count;
}

}  // namespace ziping
