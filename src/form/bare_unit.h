#pragma once

#include "form/table_heads.h"
#include "pattern/rules.h"

#include <optional>
#include <string>

namespace ziping {

/// Tells what a bare number of a table is worth, from its header, the label of its row, or the caption.
class BareUnits {
 public:
  /// `in_form`: a form has claimed rows of the table; amounts are then only where a column says so.
  BareUnits(const std::string& text, const CellTable& table, const TableHeads& heads,
            const CellValues& values, const Units& units, bool in_form)
      : text_(text), table_(table), heads_(heads), values_(values), units_(units), in_form_(in_form) {}

  /// The number of a cell in its base unit; empty where nothing tells the unit.
  std::optional<Quantity> quantity(const Cell& cell, const Decimal& number);

 private:
  struct Meaning;
  std::optional<Meaning> meaning(const Cell& cell, const Decimal& number);
  std::optional<Meaning> named_in(const std::string& words) const;
  std::optional<Quantity> stated_beside(const Cell& cell) const;
  std::optional<int> caption();

  const std::string& text_;
  const CellTable& table_;
  const TableHeads& heads_;
  const CellValues& values_;
  const Units& units_;
  bool in_form_;
  std::optional<int> caption_;
  bool caption_read_ = false;
};

}  // namespace ziping
