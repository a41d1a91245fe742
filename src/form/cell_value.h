#pragma once

#include "form/form.h"
#include "pattern/pattern_set.h"

#include <optional>
#include <string>
#include <string_view>

namespace ziping {

/// Reads what single cells state. Texts are clean text.
class CellValues {
 public:
  explicit CellValues(const PatternSet& patterns);

  /// Nothing, or a dash or slash that stands for nothing.
  bool blank(std::string_view cell) const;

  /// An amount in yuan. A unit in the cell wins over `power`, the power of ten of the form's unit; empty
  /// where neither is known.
  std::optional<Decimal> money(std::string_view cell, std::optional<int> power) const;
  /// A rate in percent, with its sign or without.
  std::optional<Decimal> rate(std::string_view cell) const;
  /// Points, with 分 or without.
  std::optional<Decimal> points(std::string_view cell) const;

  /// What a target or actual cell states: its one figure; of several the one that the cell begins with.
  /// `unit` and `nature` are the cells of a split target, empty where the form has none. Dates and words
  /// have no figure.
  StatedValue stated(std::string_view cell, std::string_view unit, std::string_view nature) const;

  /// The power of ten that a unit of money stands for: 4 for 万元.
  std::optional<int> money_power(std::string_view unit) const;

 private:
  struct Bare;
  std::optional<Decimal> plain(std::string_view cell, std::string_view& rest) const;
  std::optional<Bare> bare(std::string_view cell) const;
  void read_figures(std::string_view cell, StatedValue& out) const;
  void read_bare(std::string_view cell, StatedValue& out) const;
  void take_unit(std::string_view unit, StatedValue& out) const;

  const PatternSet::Impl& set_;
  const FormWords& words_;
};

}  // namespace ziping
