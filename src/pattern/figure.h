#pragma once

#include "pattern/numeral.h"
#include "pattern/passage.h"
#include "pattern/value_grammar.h"

#include <vector>

namespace ziping {

/// A number in the text on its way to a value.
struct Figure {
  Span span;  ///< sign, number, unit
  std::size_t number_begin = 0;
  Numeral numeral;
  Decimal value;  ///< with its sign
  const Unit* unit = nullptr;
  std::size_t range_from = kNowhere;  ///< where a range's first number begins
  Decimal low;                        ///< that number
};

/// What has been read of a paragraph so far.
struct Found {
  std::vector<Value>& values;  ///< of the document; the paragraph's begin at `first`
  std::size_t first = 0;
  std::vector<Figure> waiting;  ///< numbers that wait for the unit of a list or range
  std::vector<Figure> bare;     ///< numbers without a unit

  const Value* last() const { return values.size() > first ? &values.back() : nullptr; }
};

/// What a unit, or the words around a figure, make of it.
struct Meaning {
  Kind kind = Kind::count;
  std::string unit;
  int power = 0;  ///< the figure is worth 10^power of `unit`
  const char* repair = "";
};

/// Why the number at `start` belongs to something else; null where it does not.
const char* left_guard(const Passage& passage, std::size_t start);
/// Why a figure with this unit is no value; null where it is one.
const char* unit_guard(const Figure& figure);
/// Takes a minus or 负 before the number into the span; true where one is a sign there.
bool take_sign(const Passage& passage, Figure& figure);
/// The power of the places at the end of a number: 4 for 90万.
int multiplier_power(std::string_view number);
/// The number of a figure as it is written, without sign and unit.
std::string_view number_of(const Passage& passage, const Figure& figure);

/// The figure as a value, with the comparator and denominator beside it. Words before byte `floor`
/// belong to the value before.
Value value_of(const Passage& passage, const Figure& figure, const Meaning& meaning, std::size_t floor);

}  // namespace ziping
