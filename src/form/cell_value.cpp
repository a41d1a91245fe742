#include "form/cell_value.h"

#include "base/utf8.h"
#include "pattern/numeral.h"
#include "pattern/rules.h"
#include "pattern/value_grammar.h"

#include <algorithm>
#include <charconv>

namespace ziping {
namespace {

/// Characters that a counted word behind a number may have.
constexpr std::size_t kLongestUnit = 6;

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

bool is_han(char32_t ch) {
  return (ch >= 0x4E00 && ch <= 0x9FFF) || ch == U'㎡' || ch == U'㎥';
}

/// The points of an indicator (学生体测平均得分) are counted, they are no score of the form.
void name_points(Quantity& quantity) {
  if (quantity.unit == "point") quantity.unit = "分";
}

/// Forms count meters and boards by 块; money in 块 is spoken language.
void name_pieces(std::string_view number, Quantity& quantity) {
  if (quantity.unit == "CNY" && number.ends_with("块")) quantity.unit = "块";
}

/// Only Han characters, and few: what may be a counted word.
bool is_unit_word(std::string_view text) {
  std::u32string chars = to_utf32(text);
  return !chars.empty() && chars.size() <= kLongestUnit && std::all_of(chars.begin(), chars.end(), is_han);
}

}  // namespace

/// A number that stands alone in its cell, with the comparators around it and a word behind it.
struct CellValues::Bare {
  Decimal value;
  Comparator comparator = Comparator::eq;
  std::string_view word;  ///< what it counts; empty where nothing stands behind it
};

CellValues::CellValues(const PatternSet& patterns) : set_(patterns.impl()), words_(patterns.form_words()) {}

bool CellValues::blank(std::string_view cell) const {
  cell = trimmed(cell);
  return cell.empty() || (cell.size() <= 24 && words_.empties.find(cell) != nullptr);
}

/// A number at the cell's start; what follows it goes to `rest`.
std::optional<Decimal> CellValues::plain(std::string_view cell, std::string_view& rest) const {
  cell = trimmed(cell);
  std::size_t at = cell.starts_with("-") ? 1 : cell.starts_with("−") ? 3 : 0;
  auto numeral = read_numeral(cell, at);
  if (!numeral || !numeral->value || numeral->chinese) return std::nullopt;
  rest = trimmed(cell.substr(numeral->end));
  return at > 0 ? -*numeral->value : *numeral->value;
}

std::optional<int> CellValues::money_power(std::string_view unit) const {
  const std::string* word = words_.money_units.find(unit);
  if (word == nullptr) return std::nullopt;
  int power = 0;
  std::from_chars(word->data(), word->data() + word->size(), power);
  return power;
}

std::optional<Decimal> CellValues::money(std::string_view cell, std::optional<int> power) const {
  std::string_view rest;
  auto number = plain(cell, rest);
  if (!number) return std::nullopt;
  if (!rest.empty()) power = money_power(rest);
  return power ? std::optional(number->shifted(*power)) : std::nullopt;
}

std::optional<Decimal> CellValues::rate(std::string_view cell) const {
  std::string_view rest;
  auto number = plain(cell, rest);
  if (!number) return std::nullopt;
  if (rest == "‰") return number->shifted(-1);
  return rest.empty() || rest == "%" ? number : std::nullopt;
}

std::optional<Decimal> CellValues::points(std::string_view cell) const {
  std::string_view rest;
  auto number = plain(cell, rest);
  return number && (rest.empty() || rest == "分") ? number : std::nullopt;
}

std::optional<CellValues::Bare> CellValues::bare(std::string_view cell) const {
  for (std::size_t at = 0; at < cell.size();) {
    std::size_t here = at;
    if (!begins_numeral(next_char(cell, at)) || cell[here] < '0' || cell[here] > '9') continue;
    auto numeral = read_numeral(cell, here);
    if (!numeral || !numeral->value) return std::nullopt;
    Bare found{*numeral->value, Comparator::eq, {}};
    std::size_t begin = here, end = numeral->end;
    if (const auto* before = set_.units.comparator_before(cell, here, begin))
      found.comparator = before->value;
    std::string_view rest = cell.substr(end);
    for (std::size_t behind = 0; behind < rest.size(); next_char(rest, behind)) {
      std::size_t after_end = 0;
      const auto* after = set_.units.comparator_after(rest, behind, after_end);
      if (after == nullptr || after_end != rest.size()) continue;
      found.comparator = after->value;
      rest = rest.substr(0, behind);
      break;
    }
    found.word = trimmed(rest);
    bool alone = cell.substr(0, begin).find_first_not_of(" =") == cell.npos;
    return alone && (found.word.empty() || is_unit_word(found.word)) ? std::optional(found) : std::nullopt;
  }
  return std::nullopt;
}

/// A number without a unit that the grammar knows: 412.6, ≥6, 3款.
void CellValues::read_bare(std::string_view cell, StatedValue& out) const {
  auto found = bare(cell);
  if (!found) return;
  Quantity quantity;
  quantity.low = found->value;
  quantity.comparator = found->comparator;
  quantity.unit = std::string(found->word);
  out.quantity = quantity;
}

void CellValues::read_figures(std::string_view cell, StatedValue& out) const {
  std::vector<Skipped> skips;
  if (set_.any_skip)
    for (auto found = set_.any_skip->find(cell, 0); found && !found->empty();
         found = set_.any_skip->find(cell, found->end))
      skips.push_back({*found, ""});
  std::vector<Value> values;
  ValueGrammar(set_.units).read(cell, {0, cell.size()}, skips, values, nullptr);
  if (values.empty() && skips.empty()) read_bare(cell, out);
  if (values.empty()) return;
  const Value& first = values.front();
  bool same = std::all_of(values.begin(), values.end(), [&](const Value& value) {
    return value.quantity.str() == first.quantity.str() && value.quantity.unit == first.quantity.unit;
  });
  if (!same && first.span.begin > 0) return;
  out.quantity = first.quantity;
  out.per = first.per;
  name_points(*out.quantity);
  name_pieces(first.number.of(cell), *out.quantity);
}

/// A unit that stands in a cell of its own: 公里, 万人, 元/亩.
void CellValues::take_unit(std::string_view unit, StatedValue& out) const {
  if (!out.quantity || !out.quantity->unit.empty()) return;
  unit = trimmed(unit);
  int power = 0;
  std::size_t begin = 0;
  const Unit* known = set_.units.unit_at(unit, 0);
  if (known == nullptr && (unit.starts_with("万") || unit.starts_with("亿"))) {
    power = unit.starts_with("万") ? 4 : 8;
    begin = std::string_view("万").size();
    known = set_.units.unit_at(unit, begin);
  }
  Quantity& quantity = *out.quantity;
  std::size_t end = known == nullptr ? 0 : begin + known->surface.size();
  std::string per = end > 0 && end < unit.size() ? set_.units.per_after(unit, end, end) : "";
  if (known == nullptr || !known->kind || end != unit.size()) {
    quantity.unit = unit == "百分比" || unit == "百分数" ? "percent" : std::string(unit);
    return;
  }
  power += known->power;
  quantity.unit = known->unit.empty() ? known->surface : known->unit;
  name_points(quantity);
  quantity.low = quantity.low.shifted(power);
  if (quantity.high) quantity.high = quantity.high->shifted(power);
  out.per = per;
}

StatedValue CellValues::stated(std::string_view cell, std::string_view unit, std::string_view nature) const {
  StatedValue out;
  cell = trimmed(cell);
  if (blank(cell)) return out;
  const std::string* sign = blank(nature) ? nullptr : words_.natures.find(trimmed(nature));
  if (sign != nullptr && *sign == "text") return out;
  read_figures(cell, out);
  if (!out.quantity) return out;
  if (!blank(unit)) take_unit(unit, out);
  if (sign != nullptr && out.quantity->comparator == Comparator::eq)
    for (Comparator comparator : {Comparator::ge, Comparator::le, Comparator::gt, Comparator::lt})
      if (*sign == name_of(comparator)) out.quantity->comparator = comparator;
  return out;
}

}  // namespace ziping
