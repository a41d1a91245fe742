#pragma once

#include "pattern/mention.h"
#include "pattern/pattern_set.h"
#include "pattern/units.h"

#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// A number with a unit as the grammar reads it, before any cue has been looked at.
struct Value {
  Span span;    ///< comparator, sign, number, unit and denominator
  Span number;  ///< sign, number and unit
  Kind kind = Kind::count;
  Quantity quantity;
  std::string per;
  std::string repair;  ///< why the unit is not the printed one; empty where it is
};

/// Finds all values of one paragraph.
class ValueGrammar {
 public:
  explicit ValueGrammar(const Units& units) : units_(units) {}

  /// Values of `text` within `paragraph`, in text order, never overlapping. `skips` are spans in text
  /// order whose numbers are none (dates, document numbers). Numbers that are no value go to
  /// `skipped` with a reason, where it is given.
  void read(std::string_view text, Span paragraph, const std::vector<Skipped>& skips,
            std::vector<Value>& values, std::vector<Skipped>* skipped) const;

 private:
  const Units& units_;
};

}  // namespace ziping
