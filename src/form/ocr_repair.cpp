#include "form/ocr_repair.h"

#include "base/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ziping {
namespace {

constexpr std::array<std::pair<char, char>, 8> kLetters = {
    {{'O', '0'}, {'o', '0'}, {'I', '1'}, {'l', '1'}, {'Z', '2'}, {'z', '2'}, {'S', '5'}, {'B', '8'}}};
/// What ≥ is read as; a digit is one of its shapes too.
constexpr std::u32string_view kAtLeastShapes = U"2二工^之乏》>之三";

const Decimal kHundred(100);

bool is_percent(const StatedValue& stated) {
  return stated.quantity && stated.quantity->unit == "percent" && !stated.quantity->high;
}

/// A number without its first digit: 290 -> 90; empty where nothing is left or it would begin with 0.
std::optional<Decimal> without_first(const Decimal& value) {
  std::string text = value.str();
  if (text.size() < 2 || text[1] == '0' || text[1] == '.') return std::nullopt;
  return Decimal::parse(text.substr(1));
}

/// A number without its last digit: % read as 9 or 8.
std::optional<Decimal> without_last(const Decimal& value) {
  std::string text = value.str();
  if (text.size() < 2) return std::nullopt;
  text.pop_back();
  if (text.back() == '.') text.pop_back();
  return Decimal::parse(text);
}

bool full_score(const IndicatorRow& row) {
  return row.weight && row.score && *row.weight == *row.score && !row.weight->zero();
}

bool same_unit(const IndicatorRow& row) {
  return row.actual.quantity && (row.actual.quantity->unit == row.target.quantity->unit);
}

/// 290%, 2200篇: the sign is read as a 2. Such a target was missed by far, yet the score is full.
bool mend_target_sign(IndicatorRow& row) {
  if (!row.target.quantity || row.target.quantity->comparator != Comparator::eq || row.target.quantity->high)
    return false;
  if (!full_score(row) || !row.actual.quantity || !same_unit(row)) return false;
  Quantity& target = *row.target.quantity;
  const Decimal& actual = row.actual.quantity->low;
  if (!row.target.text.starts_with('2') || actual >= target.low) return false;
  auto meant = without_first(target.low);
  if (!meant || actual < *meant || (is_percent(row.target) && *meant > kHundred)) return false;
  target.low = *meant;
  target.comparator = Comparator::ge;
  row.repair = "OCR: ≥ read as 2, confirmed by result and score";
  return true;
}

/// 二90%, 工5天: the sign is read as another character, and the number is right.
bool mend_target_shape(IndicatorRow& row) {
  if (!row.target.quantity || row.target.quantity->comparator != Comparator::eq) return false;
  std::u32string text = to_utf32(row.target.text);
  if (text.size() < 2 || kAtLeastShapes.find(text[0]) == kAtLeastShapes.npos || !is_digit(text[1]))
    return false;
  if (is_digit(text[0]) || !full_score(row) || !same_unit(row)) return false;
  if (row.actual.quantity->low < row.target.quantity->low) return false;
  row.target.quantity->comparator = Comparator::ge;
  row.repair = "OCR: ≥ read as another character, confirmed by result and score";
  return true;
}

/// 729% for 72%: the sign is read as a digit. The score says what was meant.
void mend_actual_rate(IndicatorRow& row) {
  if (!is_percent(row.actual) || !is_percent(row.target) || !row.weight || !row.score) return;
  Quantity& actual = *row.actual.quantity;
  const Decimal& target = row.target.quantity->low;
  if (actual.low <= kHundred || target.zero()) return;
  auto meant = without_last(actual.low);
  if (!meant || *meant > kHundred) return;
  Decimal share = std::min(*meant, target);
  if (Decimal::ratio(*row.weight * share, target, row.score->decimals()) != *row.score) return;
  actual.low = *meant;
  row.repair = "OCR: % read as a digit, confirmed by the score";
}

void mend_fund_rate(FundRow& row) {
  const auto& budget = row.adjusted ? row.adjusted : row.initial;
  if (!row.rate || !budget || !row.executed || budget->zero() || *row.rate <= kHundred) return;
  auto meant = without_last(*row.rate);
  if (!meant || Decimal::ratio(row.executed->shifted(2), *budget, meant->decimals()) != *meant) return;
  row.rate = meant;
  row.repair = "OCR: % read as a digit, confirmed by the amounts";
}

}  // namespace

std::string ocr_digits(std::string text) {
  bool digits = std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ',' || c == '%' || c == ' ' ||
           std::any_of(kLetters.begin(), kLetters.end(),
                       [&](const auto& letter) { return letter.first == c; });
  });
  if (!digits) return text;
  for (char& c : text)
    for (const auto& [letter, digit] : kLetters)
      if (c == letter) c = digit;
  return text;
}

void repair_ocr(Form& form) {
  for (FundRow& row : form.funds) mend_fund_rate(row);
  for (IndicatorRow& row : form.indicators) {
    if (!mend_target_sign(row)) mend_target_shape(row);
    mend_actual_rate(row);
  }
}

}  // namespace ziping
