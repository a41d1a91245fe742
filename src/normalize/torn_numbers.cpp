#include "normalize/torn_numbers.h"

#include "base/utf8.h"

#include <algorithm>
#include <string_view>

namespace ziping {
namespace {

constexpr std::u32string_view kMoneyUnits = U"元万亿";
constexpr std::u32string_view kUnits = U"元万亿%‰人名户家个次项件份倍";
/// Of a glyph's height: digits of one number never stand farther apart.
constexpr float kTornGap = 0.6F;

bool one_of(char32_t ch, std::u32string_view set) {
  return ch != 0 && set.find(ch) != set.npos;
}
bool is_numeric(char32_t ch) {
  return is_digit(ch) || ch == U'.' || ch == U',';
}

/// A run of digits with gaps inside: [begin, end) of a draft.
struct Torn {
  std::size_t begin = 0, end = 0;
  std::u32string digits;  ///< without the gaps
  bool thousands = true;  ///< groups of three after the first
  bool single = false;    ///< a piece is one character, or a point stands beside a gap
  std::size_t pieces = 1;
};

class Joiner {
 public:
  Joiner(Draft& draft, const PlacedText& placed) : chars_(draft.chars), draft_(draft), placed_(placed) {}

  void run() {
    for (std::size_t at = 0; at < chars_.size();) {
      bool starts = is_digit(chars_[at]) && (at == 0 || !is_numeric(chars_[at - 1]));
      if (!starts) {
        ++at;
        continue;
      }
      Torn torn = read(at);
      if (torn.pieces > 1 && belongs_together(torn)) close_up(torn);
      at = torn.end;
    }
    erase_marked();
  }

 private:
  Torn read(std::size_t begin) const {
    Torn torn;
    torn.begin = begin;
    std::size_t piece = begin, at = begin;
    auto end_piece = [&] {
      std::size_t size = at - piece;
      std::size_t whole = std::min(chars_.find_first_of(U".,", piece), at) - piece;
      bool group = torn.pieces == 1 ? whole <= 3 && whole == size : whole == 3;
      torn.thousands = torn.thousands && group;
      torn.single = torn.single || size == 1 || !is_digit(chars_[at - 1]) || !is_digit(chars_[piece]);
    };
    for (;;) {
      while (at < chars_.size() && is_numeric(chars_[at])) torn.digits.push_back(chars_[at++]);
      end_piece();
      bool more = at + 1 < chars_.size() && chars_[at] == Draft::kGap && is_numeric(chars_[at + 1]);
      if (!more) break;
      piece = ++at;
      ++torn.pieces;
    }
    torn.end = at;
    return torn;
  }

  bool belongs_together(const Torn& torn) const {
    std::size_t after = torn.end;
    if (after < chars_.size() && chars_[after] == Draft::kGap) ++after;
    char32_t unit = after < chars_.size() ? chars_[after] : 0;
    if (!well_formed(torn.digits) || follows_list_mark(torn)) return false;
    if (torn.thousands && one_of(unit, kMoneyUnits)) return true;
    return placed_.ocr && torn.single && one_of(unit, kUnits) && stands_close(torn);
  }

  static bool well_formed(std::u32string_view digits) {
    std::size_t point = digits.find(U'.');
    std::size_t whole = std::min(point, digits.size());
    if (digits.find(U',') != digits.npos || whole == 0 || whole > 12) return false;
    if (digits[0] == U'0' && whole > 1) return false;
    return point == digits.npos || (digits.find(U'.', point + 1) == digits.npos && point + 1 < digits.size());
  }

  /// `1. 20万元` at the start of a paragraph or sentence: item one, then a number.
  bool follows_list_mark(const Torn& torn) const {
    bool opens = torn.begin == 0 || one_of(chars_[torn.begin - 1], U"。；;：:");
    std::size_t gap = chars_.find(Draft::kGap, torn.begin);
    return opens && chars_[gap - 1] == U'.' && gap - torn.begin <= 3;
  }

  bool stands_close(const Torn& torn) const {
    for (std::size_t at = torn.begin; at < torn.end; ++at) {
      if (!is_gap(chars_[at]) || placed_.boxes.empty()) continue;
      const Box& before = placed_.boxes[draft_.origin[at - 1]];
      const Box& after = placed_.boxes[draft_.origin[at + 1]];
      if (after.x0 - before.x1 > kTornGap * before.height()) return false;
    }
    return true;
  }

  /// Marks the gaps inside for `erase_marked`.
  void close_up(const Torn& torn) {
    for (std::size_t at = torn.begin; at < torn.end; ++at)
      if (is_gap(chars_[at])) chars_[at] = 0;
    marked_ = true;
  }

  void erase_marked() {
    if (!marked_) return;
    std::size_t kept = 0;
    for (std::size_t at = 0; at < chars_.size(); ++at) {
      if (chars_[at] == 0) continue;
      chars_[kept] = chars_[at];
      draft_.origin[kept++] = draft_.origin[at];
    }
    chars_.resize(kept);
    draft_.origin.resize(kept);
  }

  std::u32string& chars_;
  Draft& draft_;
  const PlacedText& placed_;
  bool marked_ = false;
};

/// Cheap test that spares most paragraphs the work: a digit, a gap, a digit.
bool may_be_torn(std::u32string_view chars) {
  for (std::size_t at = chars.find(Draft::kGap); at != chars.npos; at = chars.find(Draft::kGap, at + 1))
    if (at > 0 && at + 1 < chars.size() && is_numeric(chars[at - 1]) && is_numeric(chars[at + 1]))
      return true;
  return false;
}

}  // namespace

void join_torn_numbers(Draft& draft, const PlacedText& placed) {
  if (may_be_torn(draft.chars)) Joiner(draft, placed).run();
}

}  // namespace ziping
