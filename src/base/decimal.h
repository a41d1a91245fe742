#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace ziping {

/// An exact decimal number: a 128-bit integer and a count of decimals. Never goes through `double`.
/// Arithmetic that does not fit in 38 digits stops at the largest value that does: read_numeral gives no
/// value that large, so only the sums and quotients of absurd figures end there.
class Decimal {
 public:
  Decimal() = default;
  explicit Decimal(long long whole) : digits_(whole) {}

  /// Reads `-12.50`: an optional sign, ASCII digits, at most one point with digits after it.
  /// Empty for anything else, and for more than 30 digits.
  static std::optional<Decimal> parse(std::string_view text);

  /// Without exponent or separators, trailing zeros dropped: 2110 x 10^4 -> `21100000`, 85.50 -> `85.5`.
  std::string str() const;

  /// Times ten to the `power`: Decimal(12.5).shifted(4) = 125000.
  Decimal shifted(int power) const;
  /// Decimals as printed: 2 for `12.50`.
  int decimals() const { return scale_; }
  /// Rounded half up to `decimals`; used for fractions only (三分之二 = 66.67). Throws std::domain_error for
  /// a `whole` of zero.
  static Decimal ratio(const Decimal& part, const Decimal& whole, int decimals);

  bool zero() const { return digits_ == 0; }
  bool negative() const { return digits_ < 0; }
  Decimal operator-() const;
  friend Decimal operator+(const Decimal& a, const Decimal& b);
  friend Decimal operator-(const Decimal& a, const Decimal& b) { return a + (-b); }
  friend Decimal operator*(const Decimal& a, const Decimal& b);
  friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return (a <=> b) == 0; }

 private:
  __extension__ typedef __int128 Int;  // wider than any type of ISO C++
  Decimal(Int digits, int scale) : digits_(digits), scale_(scale) {}
  Decimal with_scale(int scale) const;

  Int digits_ = 0;
  int scale_ = 0;
};

}  // namespace ziping
