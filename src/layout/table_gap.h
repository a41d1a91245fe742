#pragma once

#include "layout/line_shape.h"
#include "layout/placed_text.h"
#include "layout/table_draft.h"

#include <map>
#include <vector>

namespace ziping {

/// What stands between a table at the end of a page and one at the beginning of the next.
enum class Between {
  nothing,  ///< running heads, page numbers, 续表, a unit
  words,
  title,  ///< of a form or table: another one begins
};

/// Looks between tables of neighbouring pages. Lines must still stand in the order of pages.
class TableGap {
 public:
  TableGap(const PlacedText& placed, const std::vector<LineShape>& shapes);

  Between between(const TableDraft& before, const TableDraft& after) const;

 private:
  Between meaning_of(std::size_t line, const TableDraft& other) const;
  bool is_running(std::size_t line, int other_page) const;
  std::u32string words_of(std::size_t line) const;

  const PlacedText& placed_;
  const std::vector<LineShape>& shapes_;
  std::map<int, LineRange> pages_;  ///< lines of each page
};

}  // namespace ziping
