#pragma once

#include "audit/finding.h"
#include "base/decimal.h"
#include "pattern/mention.h"

#include <optional>
#include <string>
#include <string_view>

namespace ziping {

/// A figure as the audit sees it: its value and how exactly it was printed.
struct Fact {
  Decimal value;         ///< in the base unit
  Decimal place;         ///< worth of the last printed place: 100 for 38.27万元, 0.01 for 93.64%
  Decimal slack;         ///< how far the figure behind it may be away: half a place, more for 约
  bool counted = false;  ///< points, or things counted one by one: nothing was rounded
  std::string shown;     ///< as printed
  Evidence evidence;
  Span span;
};

/// What the last place of a printed figure is worth in its base unit. Where `printed` holds no such number
/// (Chinese numerals), the last digit of the value that is not zero.
Decimal last_place(std::string_view printed, const Decimal& value);

/// Empty for a figure that is no single number, or a bound: 80余家, 不少于5次.
std::optional<Fact> fact_of(std::string_view text, const Mention& mention, int index);

}  // namespace ziping
