#include "audit/judge.h"

#include <algorithm>
#include <string>

namespace ziping {

Decimal magnitude(const Decimal& value) {
  return value.negative() ? -value : value;
}

bool near(const Decimal& a, const Decimal& b, long long percent) {
  Decimal larger = std::max(magnitude(a), magnitude(b));
  return magnitude(a - b) <= (larger * Decimal(percent)).shifted(-2);
}

namespace {

std::string digits_of(const Decimal& value) {
  std::string digits = value.str();
  std::erase(digits, '.');
  std::erase(digits, '-');
  std::size_t first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  std::size_t last = std::max(digits.find_last_not_of('0'), first);
  return digits.substr(first, last == std::string::npos ? 1 : last - first + 1);
}

}  // namespace

std::size_t digits(const Decimal& value) {
  return digits_of(value).size();
}

bool is_slip(const Decimal& a, const Decimal& b) {
  std::string left = digits_of(a), right = digits_of(b);
  if (left.size() != right.size() || left.size() < 4 || near(a, b, 0)) return false;
  auto [i, j] = std::mismatch(left.begin(), left.end(), right.begin());
  if (i == left.end() || !near(a, b, 90)) return false;
  if (std::equal(i + 1, left.end(), j + 1)) return true;
  return i + 1 != left.end() && *i == *(j + 1) && *(i + 1) == *j && std::equal(i + 2, left.end(), j + 2);
}

Decimal rounded(const Decimal& value, const Fact& like) {
  return Decimal::ratio(value, Decimal(1), like.place.decimals());
}

Severity judge(const Fact& stated, const Decimal& computed, const Decimal& slack) {
  Decimal gap = magnitude(stated.value - computed);
  if (gap.zero()) return Severity::agree;
  Decimal unit = stated.counted ? Decimal(0) : stated.place;
  return gap <= slack + stated.slack + unit ? Severity::rounding : Severity::disagree;
}

std::optional<Share> share_of(const Fact& part, const Fact& whole, int decimals) {
  if (whole.value.zero()) return std::nullopt;
  constexpr int kMore = 3;  // decimals that bounds are compared at
  auto percent = [](const Decimal& a, const Decimal& b, int digits) {
    return Decimal::ratio(a.shifted(2), b, digits);
  };
  Share share{.percent = percent(part.value, whole.value, decimals)};
  Decimal least = whole.value - whole.slack, most = whole.value + whole.slack;
  share.low = percent(part.value - part.slack, most, decimals + kMore);
  share.high = least > Decimal(0) ? percent(part.value + part.slack, least, decimals + kMore) : share.percent;
  return share;
}

Severity judge(const Fact& stated, const Share& share) {
  if (stated.value == share.percent) return Severity::agree;
  bool within = stated.value >= share.low - stated.place && stated.value <= share.high + stated.place;
  bool rough = stated.slack > stated.place && magnitude(stated.value - share.percent) <= stated.slack;
  return within || rough ? Severity::rounding : Severity::disagree;
}

}  // namespace ziping
