#include "pattern/figure.h"

#include "base/utf8.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr int kFirstYear = 1900, kLastYear = 2100;  ///< bare figures before 年 between these are years

void take_per(const Passage& passage, Value& value, std::size_t floor) {
  std::size_t end = value.span.end;
  value.per = passage.units.per_after(passage.text, end, end);
  if (!value.per.empty()) {
    value.span.end = value.number.end = end;
  } else if (value.kind != Kind::rate && value.kind != Kind::score) {
    value.per = passage.units.per_before(clause_before(passage.text, floor, value.span.begin));
  }
}

/// A bound with its end included says most, then one without, then an approximation.
Comparator stronger(Comparator a, Comparator b) {
  auto rank = [](Comparator c) {
    switch (c) {
      case Comparator::ge:
      case Comparator::le:
        return 3;
      case Comparator::gt:
      case Comparator::lt:
        return 2;
      case Comparator::approx:
        return 1;
      default:
        return 0;
    }
  };
  return rank(b) > rank(a) ? b : a;
}

void take_comparator(const Passage& passage, const Figure& figure, Value& value, std::size_t floor) {
  std::size_t begin = value.span.begin, end = value.span.end;
  const ComparatorWord* before = passage.units.comparator_before(passage.text.substr(0, begin), begin, begin);
  if (before != nullptr && begin < floor) before = nullptr;
  const ComparatorWord* after = passage.units.comparator_after(passage.text, end, end);
  if (before != nullptr) value.span.begin = begin;
  if (after != nullptr) value.span.end = end;
  if (value.quantity.comparator == Comparator::range) return;
  Comparator best = figure.numeral.more ? Comparator::gt : Comparator::eq;
  for (const ComparatorWord* word : {before, after})
    if (word != nullptr) best = stronger(best, word->value);
  value.quantity.comparator = best;
}

}  // namespace

const char* left_guard(const Passage& passage, std::size_t start) {
  char32_t before = start > passage.begin ? char_before(passage.text, start) : 0;
  if (before == U'第') return "ordinal";
  if (is_latin(before) || before == U'_' || before == U'#') return "part of a name";
  if (before == U'.' && start >= passage.begin + 2 && is_digit(char_before(passage.text, start - 1)))
    return "part of a list number";
  return nullptr;
}

const char* unit_guard(const Figure& figure) {
  const Unit& unit = *figure.unit;
  const Numeral& numeral = figure.numeral;
  if (unit.whole && figure.value.decimals() > 0 && figure.value.str().find('.') != std::string::npos)
    return "a fraction of a whole unit";
  bool thing = *unit.kind == Kind::count || *unit.kind == Kind::headcount;
  if (numeral.chinese && !unit.chinese) return "a Chinese numeral before this unit is a name";
  if (numeral.chinese && thing && figure.value == Decimal(1)) return "indefinite one";
  if (numeral.chinese && thing && figure.value >= Decimal(1000) && numeral.end - figure.number_begin == 3)
    return "a figure of speech";  // 千家万户, 万人
  if (unit.surface == "年" && !numeral.chinese && !numeral.multiplied &&
      figure.value >= Decimal(kFirstYear) && figure.value <= Decimal(kLastYear))
    return "year";
  return nullptr;
}

bool take_sign(const Passage& passage, Figure& figure) {
  std::size_t start = figure.number_begin, sign = 0;
  for (std::string_view word : {"-", "负", "负的"})
    if (sign == 0 && ends(passage.text, start, word)) sign = word.size();
  if (sign == 0 || start - sign < passage.begin) return false;
  // Behind a figure, a name or a closed bracket it is a hyphen, or there is something to subtract from.
  char32_t before = start - sign > passage.begin ? char_before(passage.text, start - sign) : 0;
  if (is_digit(before) || is_latin(before) || before == U'%' || before == U'）' || before == U'-')
    return false;
  figure.span.begin = start - sign;
  return true;
}

int multiplier_power(std::string_view number) {
  int power = 0;
  for (std::size_t end = number.size(); end > 0; end -= 3) {
    if (ends(number, end, "万"))
      power += 4;
    else if (ends(number, end, "亿"))
      power += 8;
    else if (ends(number, end, "千"))
      power += 3;
    else if (ends(number, end, "百"))
      power += 2;
    else
      break;
  }
  return power;
}

std::string_view number_of(const Passage& passage, const Figure& figure) {
  return passage.text.substr(figure.number_begin, figure.numeral.end - figure.number_begin);
}

Value value_of(const Passage& passage, const Figure& figure, const Meaning& meaning, std::size_t floor) {
  Value value;
  value.number = value.span = figure.span;
  value.kind = meaning.kind;
  value.quantity.unit = meaning.unit;
  value.quantity.low = figure.value.shifted(meaning.power);
  value.repair = meaning.repair;
  if (figure.range_from != kNowhere) {
    value.number.begin = value.span.begin = figure.range_from;
    value.quantity.high = value.quantity.low;
    value.quantity.low = figure.low.shifted(meaning.power);
    value.quantity.comparator = Comparator::range;
  }
  take_per(passage, value, floor);
  take_comparator(passage, figure, value, floor);
  return value;
}

}  // namespace ziping
