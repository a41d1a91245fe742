#include "pattern/range_list.h"

#include "base/utf8.h"

#include <algorithm>
#include <optional>

namespace ziping {
namespace {

/// The number before a figure, where it can be the lower end of a range.
struct LowEnd {
  std::size_t begin = 0, end = 0;
  Decimal value;  ///< in the figure's own unit
};

/// Bytes of a list or range separator at `end` with a number behind it; 0 for none.
std::size_t separator_after(std::string_view text, std::size_t end) {
  for (std::string_view word : {"、", "和", "及", "与", "~", "-", "至", "到", "—"}) {
    if (!starts(text, end, word)) continue;
    std::size_t next = end + word.size();
    return next < text.size() && begins_numeral(char_at(text, next)) ? word.size() : 0;
  }
  return 0;
}

std::optional<LowEnd> low_end(const Passage& passage, const Found& found, const Figure& figure) {
  if (!found.waiting.empty() && follows(passage, found.waiting.back(), figure)) {
    const Figure& low = found.waiting.back();
    // 80～90万元: the multiplier of the second number holds for the first one too.
    bool shares = figure.numeral.multiplied && !low.numeral.multiplied;
    int power = shares ? multiplier_power(number_of(passage, figure)) : 0;
    return LowEnd{low.span.begin, low.span.end, low.value.shifted(power)};
  }
  const Value* low = found.last();
  if (low == nullptr || low->quantity.unit != figure.unit->unit || low->quantity.high) return std::nullopt;
  return LowEnd{low->span.begin, low->number.end, low->quantity.low.shifted(-figure.unit->power)};
}

bool is_range(const Passage& passage, const LowEnd& low, const Figure& figure) {
  if (low.end >= figure.number_begin) return false;
  auto gap = passage.text.substr(low.end, figure.number_begin - low.end);
  if (gap == "~" || gap == "-" || gap == "—") return true;
  if (gap != "至" && gap != "到") return false;
  auto before = clause_before(passage.text, passage.begin, low.begin);
  return !before.ends_with("从") && !before.ends_with("由") && !before.ends_with("自");
}

}  // namespace

bool list_follows(const Passage& passage, const Figure& figure) {
  std::size_t end = figure.numeral.end;
  if (separator_after(passage.text, end) == 0) return false;
  if (!figure.numeral.chinese) return true;
  // 一至二名: between Chinese numerals only a word of range, 、 would be a list of names.
  return starts(passage.text, end, "至") || starts(passage.text, end, "到") || starts(passage.text, end, "~");
}

bool follows(const Passage& passage, const Figure& earlier, const Figure& later) {
  std::size_t separator = separator_after(passage.text, earlier.span.end);
  return separator != 0 && earlier.span.end + separator == later.number_begin;
}

bool is_list(const Passage& passage, const std::vector<Figure>& waiting, const Figure& figure) {
  if (waiting.empty() || !follows(passage, waiting.back(), figure)) return false;
  for (std::size_t i = 1; i < waiting.size(); ++i)
    if (!follows(passage, waiting[i - 1], waiting[i])) return false;
  return true;
}

bool range_open(const Found& found, std::size_t start) {
  constexpr std::size_t kSeparator = 3;  // bytes of the longest one
  auto within = [&](std::size_t end, std::size_t most) { return end < start && start - end <= most; };
  return (!found.waiting.empty() && within(found.waiting.back().span.end, kSeparator)) ||
         (found.last() != nullptr && within(found.last()->number.end, 1));
}

void join_range(const Passage& passage, Found& found, Figure& figure) {
  auto low = low_end(passage, found, figure);
  if (!low || !is_range(passage, *low, figure) || low->value >= figure.value) return;
  figure.low = low->value;
  figure.range_from = low->begin;
  if (!found.waiting.empty())
    found.waiting.pop_back();
  else
    found.values.pop_back();
}

}  // namespace ziping
