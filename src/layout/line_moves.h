#pragma once

#include "layout/line_shape.h"
#include "layout/placed_text.h"
#include "layout/table_draft.h"

#include <vector>

namespace ziping {

/// Lines that change their place in the reading order.
class LineMoves {
 public:
  explicit LineMoves(std::size_t lines) : after_(lines), moved_(lines) {}

  /// Puts `lines` behind line `before`, whether that one moves or not.
  void put_behind(std::uint32_t before, LineRange lines);
  /// Moves lines, their shapes and their characters.
  void apply(PlacedText& placed, std::vector<LineShape>& shapes);
  /// Where a line stands after `apply`.
  std::uint32_t place_of(std::uint32_t line) const { return places_.empty() ? line : places_[line]; }

 private:
  std::vector<std::uint32_t> order() const;

  std::vector<std::vector<std::uint32_t>> after_;  ///< for each line: those to put behind it
  std::vector<bool> moved_;
  bool any_ = false;
  std::vector<std::uint32_t> places_;
};

}  // namespace ziping
