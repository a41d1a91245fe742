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

bool is_pipe(char32_t ch) {
  return ch == U'|' || ch == U'¦' || ch == U'│' || ch == U'｜';
}

/// Rows of a flattened table: `a | b | c`, cells parted by tabs, or three columns set with spaces.
bool is_table_row(std::u32string_view line) {
  constexpr int kColumnGap = 3;
  std::size_t pipes = 0, columns = 0;
  int spaces = 0;
  bool tab = false, begun = false;
  for (char32_t ch : line) {
    pipes += is_pipe(ch);
    if (is_space(ch)) {
      spaces += ch == U'\u3000' ? 2 : 1;
      tab = tab || (begun && ch == U'\t');
      continue;
    }
    if (begun && tab) return true;
    columns += begun && spaces >= kColumnGap;
    spaces = 0;
    begun = true;
  }
  return pipes >= 2 || columns >= 2;
}

/// `|---|:--:|` under the head of a Markdown table.
bool is_table_ruler(std::u32string_view line) {
  bool dashes = line.find(U"--") != line.npos && line.find(U'|') != line.npos;
  return dashes && line.find_first_not_of(U"|-: \t") == line.npos;
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
    std::u32string_view printed = std::u32string_view(placed_.chars).substr(line.begin);
    if (is_table_row(printed)) line.role = is_table_ruler(printed) ? LineRole::furniture : LineRole::cell;
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
