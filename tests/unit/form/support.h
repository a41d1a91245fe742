#pragma once

#include "form/example_table.h"
#include "form/read_forms.h"

#include <string>
#include <string_view>

namespace ziping::testing {

/// The pattern files of the tree, read once for all tests of a program.
inline const PatternSet& patterns() {
  static const PatternSet set = PatternSet::load(ZIPING_PATTERN_DIR);
  return set;
}

/// The forms of one drawn table (form/example_table.h).
inline FormPages forms_in(std::string_view drawing, bool ocr = false) {
  ExampleTable drawn = read_example_table(drawing);
  FormPages pages;
  drawn.table.ocr = ocr;
  pages.tables.push_back(std::move(drawn.table));
  read_forms_in(drawn.clean, patterns(), pages);
  return pages;
}

/// A figure as the dataset writes it; `-` for none.
inline std::string shown(const std::optional<Decimal>& value) {
  return value ? value->str() : "-";
}

/// `ge 90 percent`, with `/per` behind the unit; `-` for none.
inline std::string shown(const StatedValue& stated) {
  if (!stated.quantity) return "-";
  std::string text = std::string(name_of(stated.quantity->comparator)) + " " + stated.quantity->str();
  if (!stated.quantity->unit.empty()) text += " " + stated.quantity->unit;
  return stated.per.empty() ? text : text + "/" + stated.per;
}

}  // namespace ziping::testing
