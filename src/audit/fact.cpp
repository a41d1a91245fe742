#include "audit/fact.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr int kFewestPowers = -6, kMostPowers = 12;

/// The first number of a printed text, thousands separators taken out.
std::string first_number(std::string_view printed) {
  std::string digits;
  for (char c : printed) {
    bool part = (c >= '0' && c <= '9') || (c == '.' && !digits.empty());
    if (part) {
      digits.push_back(c);
    } else if (c != ',' && c != ' ' && !digits.empty()) {
      break;
    }
  }
  if (!digits.empty() && digits.back() == '.') digits.pop_back();
  return digits;
}

Decimal last_digit(const Decimal& value) {
  std::string digits = value.str();
  if (std::size_t point = digits.find('.'); point != std::string::npos)
    return Decimal(1).shifted(static_cast<int>(point) - static_cast<int>(digits.size()) + 1);
  std::size_t last = digits.find_last_not_of('0');
  if (last == std::string::npos) return Decimal(1);
  return Decimal(1).shifted(static_cast<int>(digits.size() - last) - 1);
}

Decimal half(const Decimal& value) {
  return (value * Decimal(5)).shifted(-1);
}

}  // namespace

Decimal last_place(std::string_view printed, const Decimal& value) {
  auto number = Decimal::parse(first_number(printed));
  Decimal size = value.negative() ? -value : value;
  if (!number || number->zero()) return number && value.zero() ? Decimal(1) : last_digit(value);
  for (int power = kFewestPowers; power <= kMostPowers; ++power)
    if (number->shifted(power) == size) return Decimal(1).shifted(power - number->decimals());
  return last_digit(value);
}

std::optional<Fact> fact_of(std::string_view text, const Mention& mention, int index) {
  const Quantity& quantity = mention.quantity;
  bool single = quantity.word.empty() && !quantity.high;
  bool exact = quantity.comparator == Comparator::eq, rough = quantity.comparator == Comparator::approx;
  if (!single || (!exact && !rough)) return std::nullopt;
  Fact fact;
  fact.value = quantity.low;
  fact.shown = mention.span.of(text);
  std::replace(fact.shown.begin(), fact.shown.end(), '\n', ' ');
  fact.place = last_place(fact.shown, fact.value);
  fact.slack = half(fact.place);
  bool countable = mention.kind == Kind::headcount || mention.kind == Kind::count;
  fact.counted = exact && (mention.kind == Kind::score || (countable && fact.place == Decimal(1)));
  if (fact.counted) fact.slack = Decimal(0);
  if (rough) {  // 约 may be some percent off
    Decimal share = (fact.value.negative() ? -fact.value : fact.value).shifted(-2);
    fact.slack = fact.slack + share + share;
  }
  fact.evidence.mention = index;
  if (mention.cell >= 0) fact.evidence.cell = {mention.table, mention.cell};
  fact.span = mention.span;
  return fact;
}

}  // namespace ziping
