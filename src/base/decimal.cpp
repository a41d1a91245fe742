#include "base/decimal.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <stdexcept>

namespace ziping {
namespace {

constexpr std::size_t kMaxDigits = 30;
__extension__ typedef __int128 Int;

constexpr Int ten_to(int power) {
  Int value = 1;
  for (; power > 0; --power) value *= 10;
  return value;
}

constexpr int kMostPower = 38;
constexpr Int kMost = ten_to(kMostPower) - 1;
constexpr auto kPowers = [] {
  std::array<Int, kMostPower> powers{};
  for (int power = 0; power < kMostPower; ++power) powers[static_cast<std::size_t>(power)] = ten_to(power);
  return powers;
}();

Int at_most(Int value) {
  return std::clamp(value, -kMost, kMost);
}

Int times(Int a, Int b) {
  Int product;
  if (__builtin_mul_overflow(a, b, &product)) return (a < 0) == (b < 0) ? kMost : -kMost;
  return at_most(product);
}

Int times_ten_to(Int value, int power) {
  if (value == 0 || power <= 0) return value;
  if (power >= kMostPower) return value < 0 ? -kMost : kMost;
  return times(value, kPowers[static_cast<std::size_t>(power)]);
}

/// The decimals of a number that is not negative, last digit first, trailing zeros dropped. For Int it is
/// slow: no processor divides 128 bits.
template <typename Whole>
std::string backwards(Whole digits, int scale) {
  while (scale > 0 && digits % 10 == 0) {
    digits /= 10;
    --scale;
  }
  std::string out;
  for (int written = 0; digits > 0 || written <= scale; ++written) {
    if (written == scale && scale > 0) out.push_back('.');
    out.push_back(static_cast<char>('0' + static_cast<int>(digits % 10)));
    digits /= 10;
  }
  return out;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  Int digits = 0;
  std::size_t count = 0;
  int scale = -1;
  for (char c : text) {
    if (c == '.' && scale < 0 && count > 0) {
      scale = 0;
    } else if (c >= '0' && c <= '9' && ++count <= kMaxDigits) {
      digits = digits * 10 + (c - '0');
      if (scale >= 0) ++scale;
    } else {
      return std::nullopt;
    }
  }
  if (count == 0 || scale == 0) return std::nullopt;
  return Decimal(negative ? -digits : digits, std::max(scale, 0));
}

std::string Decimal::str() const {
  Int digits = digits_ < 0 ? -digits_ : digits_;
  bool narrow = digits <= std::numeric_limits<std::uint64_t>::max();
  std::string out =
      narrow ? backwards(static_cast<std::uint64_t>(digits), scale_) : backwards(digits, scale_);
  if (digits_ < 0) out.push_back('-');
  std::reverse(out.begin(), out.end());
  return out;
}

Decimal Decimal::with_scale(int scale) const {
  return Decimal(times_ten_to(digits_, scale - scale_), scale);
}

Decimal Decimal::shifted(int power) const {
  if (power < 0) return Decimal(digits_, scale_ - power);
  int from_scale = std::min(power, scale_);
  return Decimal(times_ten_to(digits_, power - from_scale), scale_ - from_scale);
}

Decimal Decimal::ratio(const Decimal& part, const Decimal& whole, int decimals) {
  if (whole.zero()) throw std::domain_error("decimal divided by zero");
  int scale = std::max(part.scale_, whole.scale_);
  Int numerator = times(times_ten_to(part.with_scale(scale).digits_, decimals), 2);
  Int denominator = whole.with_scale(scale).digits_;
  Int doubled = numerator / denominator;
  return Decimal((doubled + (doubled < 0 ? -1 : 1)) / 2, decimals);
}

Decimal Decimal::operator-() const {
  return Decimal(-digits_, scale_);
}

Decimal operator+(const Decimal& a, const Decimal& b) {
  int scale = std::max(a.scale_, b.scale_);
  Decimal::Int left = a.with_scale(scale).digits_, right = b.with_scale(scale).digits_;
  Decimal::Int sum;
  if (__builtin_add_overflow(left, right, &sum)) sum = left < 0 ? -kMost : kMost;
  return Decimal(at_most(sum), scale);
}

Decimal operator*(const Decimal& a, const Decimal& b) {
  return Decimal(times(a.digits_, b.digits_), a.scale_ + b.scale_);
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
  int scale = std::max(a.scale_, b.scale_);
  Decimal::Int left = a.with_scale(scale).digits_, right = b.with_scale(scale).digits_;
  return left < right   ? std::strong_ordering::less
         : left > right ? std::strong_ordering::greater
                        : std::strong_ordering::equal;
}

}  // namespace ziping
