#include "pattern/money.h"

#include "base/utf8.h"

#include <algorithm>

namespace ziping {
namespace {

/// The power of ten between a value's printed figures and its base unit: 4 for 63.72万元; -1 for
/// Chinese numerals.
int printed_power(const Passage& passage, const Value& twin) {
  std::size_t begin = twin.number.begin;
  auto numeral = read_numeral(passage.text, begin);
  if (!numeral || !numeral->value || numeral->chinese) return -1;
  return multiplier_power(passage.text.substr(begin, numeral->end - begin));
}

bool clause_says_money(const Passage& passage, const Figure& figure) {
  auto before = clause_before(passage.text, passage.begin, figure.span.begin);
  return is_end(char_at(passage.text, figure.span.end)) &&
         passage.units.bare_kind(before, "") == Kind::amount;
}

bool is_total_of_parts(const Passage& passage, const Found& found, const Figure& figure, int power) {
  if (!starts(passage.text, figure.span.end, "（")) return false;
  std::size_t close = passage.text.find("）", figure.span.end);
  Decimal sum;
  int parts = 0;
  for (std::size_t i = found.first; i < found.values.size(); ++i) {
    const Value& part = found.values[i];
    if (part.kind != Kind::amount || part.span.begin < figure.span.end || part.span.begin > close) continue;
    sum = sum + part.quantity.low;
    ++parts;
  }
  return parts > 0 && sum <= figure.value.shifted(power);
}

/// What one digit group behind 元 is worth, as a power of ten of a yuan, and where it ends; 0 for none.
int small_power_at(std::string_view text, std::size_t& end) {
  for (std::string_view word : {"角", "毛"})
    if (starts(text, end, word)) return end += word.size(), -1;
  if (starts(text, end, "分") && !starts(text, end, "分别")) return end += std::string_view("分").size(), -2;
  return 0;
}

}  // namespace

void take_small_money(const Passage& passage, Figure& figure) {
  std::string_view text = passage.text;
  const std::string& surface = figure.unit->surface;
  bool spoken = surface == "块" || surface == "毛" || surface == "块钱";
  for (int power = figure.unit->power; power > -2;) {
    auto small = read_numeral(text, figure.span.end);
    if (!small || !small->value || small->multiplied || *small->value >= Decimal(100)) return;
    std::size_t end = small->end;
    int small_power = small_power_at(text, end);
    if (small_power == 0 && spoken && small->chinese && is_end(char_at(text, end)))
      small_power = starts(text, figure.span.end, "零") ? -2 : power - 1;
    if (small_power == 0 || small_power >= power) return;
    for (std::string_view word : {"钱", "整"})
      if (starts(text, end, word)) end += word.size();
    figure.value = figure.value + small->value->shifted(small_power - figure.unit->power);
    figure.span.end = end;
    power = small_power;
  }
}

void adopt_twins(const Passage& passage, Found& found) {
  std::size_t last = found.values.size();
  for (const Figure& figure : found.bare) {
    if (figure.numeral.chinese || figure.value.decimals() == 0) continue;
    for (std::size_t i = found.first; i < last; ++i) {
      const Value& twin = found.values[i];
      int power = twin.kind == Kind::amount ? printed_power(passage, twin) : -1;
      if (power < 0) continue;
      bool same = figure.value.shifted(power) == twin.quantity.low;
      if (same ? !clause_says_money(passage, figure) : !is_total_of_parts(passage, found, figure, power))
        continue;
      Value value;
      value.span = value.number = figure.span;
      value.kind = Kind::amount;
      value.quantity.unit = twin.quantity.unit;
      value.quantity.low = figure.value.shifted(power);
      value.repair = "unit of " + std::string(twin.number.of(passage.text));
      found.values.push_back(std::move(value));
      break;
    }
  }
  if (found.values.size() == last) return;
  std::sort(found.values.begin() + static_cast<std::ptrdiff_t>(found.first), found.values.end(),
            [](const Value& a, const Value& b) { return a.span.begin < b.span.begin; });
}

}  // namespace ziping
