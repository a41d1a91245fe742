#include "pattern/share.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr std::string_view kPartOf = "分之";
constexpr std::string_view kSharing[] = {"比例", "按", "比", "配套", "负担", "分担", "承担"};
constexpr std::size_t kSharingReach = 18;  ///< bytes behind a ratio in which a word of sharing counts

/// The whole of a fraction: a number, or the 百 of 百分之, 千 of 千分之, 万 of 万分之; else zero.
Decimal whole_of(const Passage& passage, const Figure& figure) {
  if (figure.numeral.value) return figure.value;
  auto word = number_of(passage, figure);
  return word == "百"   ? Decimal(100)
         : word == "千" ? Decimal(1000)
         : word == "万" ? Decimal(10000)
                        : Decimal();
}

/// Bytes of a colon at `at`; 0 for none.
std::size_t colon_at(std::string_view text, std::size_t at) {
  for (std::string_view colon : {":", "：", "∶"})
    if (starts(text, at, colon)) return colon.size();
  return 0;
}

bool says_sharing(const Passage& passage, std::size_t begin, std::size_t end) {
  auto before = clause_before(passage.text, passage.begin, begin);
  auto after = clause_after(passage.text, end).substr(0, kSharingReach);
  return std::any_of(std::begin(kSharing), std::end(kSharing), [&](std::string_view word) {
    return before.find(word) != kNowhere || after.find(word) != kNowhere;
  });
}

}  // namespace

bool is_fraction(const Passage& passage, const Figure& figure) {
  return starts(passage.text, figure.numeral.end, kPartOf);
}

bool take_fraction(const Passage& passage, Figure& figure) {
  std::size_t begin = figure.numeral.end + kPartOf.size();
  figure.span.end = begin;
  auto part = read_numeral(passage.text, begin);
  if (!part || !part->value) return false;
  Decimal whole = whole_of(passage, figure);
  if (whole == Decimal(100))
    figure.value = *part->value;
  else if (whole == Decimal(1000))
    figure.value = part->value->shifted(-1);
  else if (whole == Decimal(10000))
    figure.value = part->value->shifted(-2);
  else if (!whole.zero())
    figure.value = Decimal::ratio(part->value->shifted(2), whole, 2);
  figure.numeral.more = part->more;
  figure.span.end = figure.numeral.end = part->end;
  return true;
}

void take_half_tenth(const Passage& passage, Figure& figure) {
  auto digit = read_numeral(passage.text, figure.span.end);
  if (!digit || !digit->value || !digit->chinese || *digit->value >= Decimal(10)) return;
  figure.value = figure.value + digit->value->shifted(-1);
  figure.span.end = digit->end;
}

std::optional<Value> ratio_at(const Passage& passage, const Figure& figure) {
  std::string_view text = passage.text;
  std::size_t end = figure.numeral.end;
  if (figure.numeral.chinese || colon_at(text, end) == 0) return std::nullopt;
  std::string word = figure.value.str();
  for (std::size_t colon = colon_at(text, end); colon > 0; colon = colon_at(text, end)) {
    auto next = read_numeral(text, end + colon);
    if (!next || !next->value || next->chinese || next->multiplied) break;
    word += ":" + next->value->str();
    end = next->end;
  }
  if (end == figure.numeral.end || passage.units.unit_at(text, end) != nullptr) return std::nullopt;
  if (!says_sharing(passage, figure.number_begin, end)) return std::nullopt;
  Value value;
  value.span = value.number = {figure.number_begin, end};
  value.kind = Kind::rate;
  value.quantity.word = word;
  value.quantity.unit = "ratio";
  return value;
}

}  // namespace ziping
