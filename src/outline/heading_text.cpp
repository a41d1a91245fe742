#include "outline/heading_text.h"

#include "outline/mark.h"
#include "outline/scan.h"

namespace ziping {
namespace {

constexpr int kLongHeading = 40, kCutHeading = 30, kCommaHeading = 24, kTailGap = 6;

/// After a heading's last word these go on with it: 情况及, 分析与, 措施的.
bool goes_on(char32_t next) {
  return next && std::u32string_view(U"及和与、的（(以或等之如为是进表汇说统").find(next) !=
                     std::u32string_view::npos;
}

/// What a walk over the first characters of a paragraph has seen.
struct Seen {
  std::size_t stop = 0, comma = 0, tail = 0, cut = 0;  // byte offsets; 0 where not seen
  int stop_at = 0, comma_at = 0, tail_at = 0;          // characters
  int chars = 0;
};

bool is_stop(char32_t ch) {
  return ch == U'。' || ch == U'；' || ch == U'：' || ch == U'！' || ch == U'？' || ch == U':';
}

void see_tail(std::string_view text, std::size_t at, Seen& seen, const OutlineWords& words) {
  std::size_t length = words.heading_tails.prefix(text.substr(at));
  if (length == 0 || seen.chars < 1 || goes_on(char_at(text, at + length))) return;
  int end = seen.chars + static_cast<int>(length / 3);
  if (seen.tail && (seen.comma || end - seen.tail_at > kTailGap)) return;
  if (at + length > seen.tail) seen.tail = at + length, seen.tail_at = end;
}

Seen walk(std::string_view text, std::size_t at, const OutlineWords& words) {
  Seen seen;
  for (int depth = 0; at < text.size() && seen.chars < kLongHeading; ++seen.chars) {
    if (seen.chars == kCutHeading) seen.cut = at;
    if (depth == 0) see_tail(text, at, seen, words);
    std::size_t here = at;
    char32_t ch = next_char(text, at);
    if (ch == U'（' && seen.chars > 0 && read_mark(text.substr(here)))
      return seen.stop = here, seen.stop_at = seen.chars, seen;
    if (ch == U'（' || ch == U'(') ++depth;
    if (ch == U'）' || ch == U')') depth = depth > 0 ? depth - 1 : 0;
    if (depth > 0) continue;
    if (is_stop(ch)) return seen.stop = here, seen.stop_at = seen.chars, seen;
    if ((ch == U'，' || ch == U',') && !seen.comma) seen.comma = here, seen.comma_at = seen.chars;
  }
  if (at >= text.size()) seen.stop = text.size(), seen.stop_at = seen.chars;
  return seen;
}

}  // namespace

HeadingText heading_text(std::string_view text, std::size_t begin, std::size_t end,
                         const OutlineWords& words) {
  std::string_view within = text.substr(0, end);
  Seen seen = walk(within, begin, words);
  bool tail_at_comma = seen.comma && seen.tail == seen.comma && seen.comma_at <= kCommaHeading;
  bool figures_after_tail = seen.tail && is_digit(char_at(within, seen.tail));
  if (tail_at_comma) return {{begin, seen.comma}, false};
  if (seen.stop && (!figures_after_tail || seen.tail > seen.stop)) {
    bool sentence = seen.comma && seen.stop < end;
    if (!sentence || !seen.tail || seen.tail > seen.comma) return {{begin, seen.stop}, sentence};
  }
  if (seen.tail && (!seen.comma || seen.tail <= seen.comma)) return {{begin, seen.tail}, false};
  if (seen.stop) return {{begin, seen.stop}, true};
  if (seen.comma && seen.comma_at >= 4 && seen.comma_at <= kCutHeading) return {{begin, seen.comma}, true};
  return {{begin, seen.cut ? seen.cut : end}, true};
}

bool looks_like_heading(std::string_view heading, const OutlineWords& words) {
  return words.heading_words.prefix(heading) || words.heading_tails.suffix(heading);
}

}  // namespace ziping
