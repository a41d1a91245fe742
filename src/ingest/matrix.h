#pragma once

namespace ziping {

/// A direction and length on the page, or a point of it.
struct Vector {
  double x = 0, y = 0;
};

/// A transformation as PDF writes it: `a b c d e f`. The sums are formed in the order in which Poppler forms
/// them, so that both readers get the same numbers to the last bit.
struct Matrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  /// Where a point goes.
  Vector apply(double x, double y) const { return {a * x + c * y + e, b * x + d * y + f}; }
  /// Where a difference of points goes.
  Vector delta(double x, double y) const { return {a * x + c * y, b * x + d * y}; }
  /// What this becomes when `first` is done before it (operator cm).
  Matrix after(const Matrix& first) const {
    return {first.a * a + first.b * c, first.a * b + first.b * d,     first.c * a + first.d * c,
            first.c * b + first.d * d, first.e * a + first.f * c + e, first.e * b + first.f * d + f};
  }
};

}  // namespace ziping
