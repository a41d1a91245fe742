#include "layout/text_lines.h"

#include "base/utf8.h"
#include "layout/furniture.h"
#include "layout/marks.h"
#include "layout/text_joins.h"

#include <algorithm>

namespace ziping {
namespace {

bool is_space(char32_t ch) {
  return ch <= U' ' || ch == 0xA0 || ch == 0x3000 || ch == 0xFEFF;
}

/// Rows of a flattened table: `a | b | c` or cells parted by tabs.
bool is_table_row(std::u32string_view line) {
  std::size_t first = 0, pipes = 0;
  while (first < line.size() && is_space(line[first])) ++first;
  for (std::size_t at = first; at < line.size(); ++at) {
    char32_t ch = line[at];
    bool inner_tab = ch == U'\t' && at + 1 < line.size() && !is_space(line[at + 1]);
    if (inner_tab) return true;
    pipes += ch == U'|' || ch == U'¦' || ch == U'│' || ch == U'｜';
  }
  return pipes >= 2;
}

/// Cuts a decoded text into the lines of a PlacedText.
class LineCutter {
 public:
  explicit LineCutter(PlacedText& placed) : placed_(placed) {}

  void take(char32_t ch) {
    if (ch == U'\n' || ch == U'\f') {
      end_line();
      if (ch == U'\n') ++number_;
      if (ch == U'\f') ++page_;
    } else if (ch != U'\r') {
      placed_.chars.push_back(ch);
    }
  }

  void end_line() {
    auto begin = placed_.chars.begin() + begin_;
    if (std::all_of(begin, placed_.chars.end(), is_space)) {
      placed_.chars.erase(begin, placed_.chars.end());
      return;
    }
    Line line;
    line.page = page_;
    line.number = number_;
    line.begin = begin_;
    line.end = static_cast<std::uint32_t>(placed_.chars.size());
    if (is_table_row(std::u32string_view(placed_.chars).substr(line.begin))) line.role = LineRole::cell;
    placed_.lines.push_back(line);
    begin_ = line.end;
  }

 private:
  PlacedText& placed_;
  std::uint32_t begin_ = 0;
  int number_ = 1, page_ = 1;
};

}  // namespace

PlacedText lay_out_text(const std::string& text) {
  PlacedText placed;
  placed.chars.reserve(text.size() / 2);
  LineCutter cutter(placed);
  for (std::size_t at = 0; at < text.size();) cutter.take(next_char(text, at));
  cutter.end_line();
  set_aside_text_furniture(placed);
  join_text_lines(placed);
  return placed;
}

}  // namespace ziping
