#pragma once

#include "audit/fact.h"

namespace ziping {

/// How a stated figure and what others make of it go together. Nothing but figures as they are printed is
/// asked: a sum must be exact to agree, or be off by no more than what rounding of each of them allows and
/// one unit in the last place of the stated one.
Severity judge(const Fact& stated, const Decimal& computed, const Decimal& slack);

/// What part / whole is in percent, for a rate printed with that many decimals, and how far the figures'
/// rounding may move it.
struct Share {
  Decimal percent;
  Decimal low, high;
};
/// Empty for a whole of zero.
std::optional<Share> share_of(const Fact& part, const Fact& whole, int decimals);
Severity judge(const Fact& stated, const Share& share);

Decimal magnitude(const Decimal& value);
/// Rounded half up to the last printed place of `like`.
Decimal rounded(const Decimal& value, const Fact& like);
/// a and b are apart by at most `percent` of the larger.
bool near(const Decimal& a, const Decimal& b, long long percent);

/// Digits of a value from its first to its last one that is not zero.
std::size_t digits(const Decimal& value);
/// A slip of the pen: of four digits or more one is another, or two neighbours have changed places.
bool is_slip(const Decimal& a, const Decimal& b);

}  // namespace ziping
