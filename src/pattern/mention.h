#pragma once

#include "base/decimal.h"
#include "base/span.h"

#include <optional>
#include <string>

namespace ziping {

enum class Kind { amount, rate, headcount, score, count };
enum class Comparator { eq, ge, gt, le, lt, approx, range };
enum class Change { none, increase, decrease, raised_to, lowered_to };
enum class Role { target, actual, prior, other };

const char* name_of(Kind kind);
const char* name_of(Comparator comparator);
const char* name_of(Change change);  ///< empty for none
const char* name_of(Role role);

/// A value in its base unit (yuan, percent, persons, points), exact.
struct Quantity {
  Decimal low;                  ///< the value, or a range's lower end
  std::optional<Decimal> high;  ///< a range's upper end
  std::string word;             ///< where the value is no number: 1:3, 优
  std::string unit;  ///< CNY percent percentage_point ratio person person_time household point grade, or the
                     ///< counted word
  Comparator comparator = Comparator::eq;

  /// As the dataset writes it: `21100000`, `80~90`, `1:3`, `优`.
  std::string str() const;
};

/// One figure, as printed and as understood.
struct Mention {
  int report = 1;    ///< 1-based
  int section = -1;  ///< index in Outline::sections
  Span span;         ///< bytes of the clean text: number, unit and adjacent comparator
  Span sentence;
  Span subject;  ///< the phrase that says what the figure measures; may be empty
  Kind kind = Kind::count;
  Quantity quantity;
  Change change = Change::none;
  Role role = Role::other;
  std::string per;      ///< what the figure is per: 人, 人·年
  std::string measure;  ///< concept code as published; `other` where no rule labels it
  std::string detail;   ///< finer concept code behind it: people.retired where `measure` is other
  std::optional<int> year;
  std::string pattern;  ///< rule id@rev that gave the concept; empty where none did
  int confidence = 0;   ///< percent
  std::string repair;   ///< why the value differs from what is printed; empty where it does not
  int table = -1;       ///< index of the document's table whose cell it stands in; -1 for prose
  int cell = -1;        ///< index of that cell
};

}  // namespace ziping
