#include "layout/table_gap.h"

#include "base/utf8.h"
#include "layout/marks.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace ziping {
namespace {

constexpr float kSameHeight = 8;    ///< points
constexpr float kEdgeZone = 0.12F;  ///< of the page's height: heads and feet
constexpr std::size_t kLongestTitle = 40;

bool contains(std::u32string_view text, std::u32string_view part) {
  return text.find(part) != text.npos;
}

std::u32string masked(std::u32string words) {
  std::replace_if(words.begin(), words.end(), is_digit, U'0');
  return words;
}

/// 续表 （续） 接上表 续表2：
bool says_goes_on(std::u32string_view words) {
  return words.size() <= kLongestTitle && (contains(words, U"续") || contains(words, U"接上"));
}

bool is_unit_line(std::u32string_view words) {
  return words.size() <= 12 && contains(words, U"单位") && contains(words, U"元");
}

bool is_table_title(std::u32string_view words) {
  return words.size() <= kLongestTitle && (is_title(words) || words.back() == U'表');
}

}  // namespace

TableGap::TableGap(const PlacedText& placed, const std::vector<LineShape>& shapes)
    : placed_(placed), shapes_(shapes) {
  for (std::uint32_t at = 0; at < placed.lines.size(); ++at)
    pages_.try_emplace(placed.lines[at].page, LineRange{at, at}).first->second.end = at + 1;
}

std::u32string TableGap::words_of(std::size_t line) const {
  const Line& of = placed_.lines[line];
  return squeezed(std::u32string_view(placed_.chars).substr(of.begin, of.end - of.begin));
}

Between TableGap::between(const TableDraft& before, const TableDraft& after) const {
  Between out = Between::nothing;
  auto look = [&](const TableDraft& draft, const TableDraft& other, bool below) {
    auto page = pages_.find(draft.page);
    if (page == pages_.end()) return;
    for (std::size_t at = page->second.first; at < page->second.end; ++at) {
      if (placed_.lines[at].role != LineRole::body || shapes_[at].turned) continue;
      float base = shapes_[at].base;
      if (below ? base > draft.grid.ys.back() : base < draft.grid.ys.front())
        out = std::max(out, meaning_of(at, other));
    }
  };
  look(before, after, true);
  look(after, before, false);
  return out;
}

Between TableGap::meaning_of(std::size_t line, const TableDraft& other) const {
  std::u32string words = words_of(line);
  if (words.empty() || says_goes_on(words) || is_unit_line(words)) return Between::nothing;
  if (is_running(line, other.page)) return Between::nothing;
  return is_table_title(words) ? Between::title : Between::words;
}

/// A head or foot of two pages, too few to be set aside as furniture; or a page number.
bool TableGap::is_running(std::size_t line, int other_page) const {
  const LineShape& shape = shapes_[line];
  if (std::min(shape.base, shape.page_height - shape.base) > kEdgeZone * shape.page_height) return false;
  std::u32string words = words_of(line);
  if (read_page_number(words)) return true;
  auto page = pages_.find(other_page);
  if (page == pages_.end()) return false;
  for (std::size_t at = page->second.first; at < page->second.end; ++at)
    if (placed_.lines[at].role == LineRole::body && std::fabs(shapes_[at].base - shape.base) < kSameHeight &&
        masked(words_of(at)) == masked(words))
      return true;
  return false;
}

}  // namespace ziping
