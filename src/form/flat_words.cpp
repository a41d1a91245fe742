#include "form/flat_words.h"

#include "base/utf8.h"

#include <algorithm>

namespace ziping {
namespace {

/// Of the height of a box: glyphs of a PDF further apart than this stand in two words.
constexpr float kWordGap = 0.6F;

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

/// Cuts lines into words.
class WordCutter {
 public:
  WordCutter(const CleanText& clean, const PlacedText& placed) : clean_(clean), placed_(placed) {}

  void take(const Line& line) {
    bool new_line = placed_.boxes.empty() || !same_height(line);
    if (line.page != page_) line_ += kPageGap;
    if (new_line)
      line_ = placed_.boxes.empty() && line.page == page_ ? line_ + line.number - number_ : line_ + 1;
    page_ = line.page;
    number_ = line.number;
    last_begin_ = line.begin;
    bool opens = true;
    std::size_t first = words.size();
    for (std::uint32_t at = line.begin; at < line.end;) {
      if (is_blank(placed_.chars[at])) {
        ++at;
        continue;
      }
      std::uint32_t end = at + 1;
      while (end < line.end && !is_blank(placed_.chars[end]) && !apart(end)) ++end;
      put(line, at, end, opens);
      opens = false;
      at = end;
    }
    int begin = static_cast<int>(first), end = static_cast<int>(words.size());
    if (end - begin <= 3 && is_page_number(joined(words, {begin, end}))) words.resize(first);
  }

  std::vector<FlatWord> words;

 private:
  static constexpr int kPageGap = 2;

  bool same_height(const Line& line) const {
    if (line.page != page_ || words.empty()) return false;
    const Box &a = placed_.boxes[last_begin_], &b = placed_.boxes[line.begin];
    float middle = (b.y0 + b.y1) / 2;
    return a.y0 < middle && middle < a.y1;
  }

  bool apart(std::uint32_t at) const {
    if (placed_.boxes.empty()) return false;
    const Box &a = placed_.boxes[at - 1], &b = placed_.boxes[at];
    return b.x0 - a.x1 > kWordGap * b.height();
  }

  void put(const Line& line, std::uint32_t begin, std::uint32_t end, bool opens) {
    FlatWord word;
    word.begin = begin;
    word.end = end;
    word.page = line.page;
    word.line = line_;
    word.opens_line = opens;
    place(word, line);
    auto first = std::lower_bound(clean_.origin.begin(), clean_.origin.end(), begin);
    auto last = std::lower_bound(first, clean_.origin.end(), end);
    word.span = {static_cast<std::size_t>(first - clean_.origin.begin()),
                 static_cast<std::size_t>(last - clean_.origin.begin())};
    while (!word.span.empty() && is_gap(clean_.text[word.span.end - 1])) --word.span.end;
    while (!word.span.empty() && is_gap(clean_.text[word.span.begin])) ++word.span.begin;
    word.text = word.span.of(clean_.text);
    if (!word.text.empty()) words.push_back(word);
  }

  static bool is_gap(char ch) { return ch == '\n' || ch == ' '; }

  void place(FlatWord& word, const Line& line) const {
    if (placed_.boxes.empty()) {
      word.left = static_cast<float>(word.begin - line.begin);
      word.right = static_cast<float>(word.end - line.begin);
    } else {
      float em = std::max(1.0F, placed_.boxes[word.begin].height());
      word.left = placed_.boxes[word.begin].x0 / em;
      word.right = placed_.boxes[word.end - 1].x1 / em;
    }
  }

  const CleanText& clean_;
  const PlacedText& placed_;
  int page_ = 0, number_ = 0, line_ = 0;
  std::uint32_t last_begin_ = 0;
};

}  // namespace

std::vector<FlatWord> flat_words(const CleanText& clean, const PlacedText& placed,
                                 const std::vector<CellTable>& taken) {
  WordCutter cutter(clean, placed);
  auto table = taken.begin();
  for (const Line& line : placed.lines) {
    if (line.role == LineRole::furniture || line.begin == line.end) continue;
    auto at = std::lower_bound(clean.origin.begin(), clean.origin.end(), line.begin) - clean.origin.begin();
    while (table != taken.end() && table->span.end <= static_cast<std::size_t>(at)) ++table;
    if (table != taken.end() && table->span.contains(static_cast<std::size_t>(at))) continue;
    cutter.take(line);
  }
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
