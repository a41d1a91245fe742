#include "layout/closed_break.h"

#include "layout/cell_text.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr float kLeastLikeness = 0.6F;
constexpr int kConfidence = 85;  ///< percent
/// Percent of the rows in which a column must be filled for its empty cell to tell a cut row.
constexpr int kUsuallyFilled = 80;

class ClosedBreak {
 public:
  ClosedBreak(const JoinedTable& table, const TableDraft& next, const TableBreak& gap,
              const PlacedText& placed)
      : table_(table), next_(next), gap_(gap), placed_(placed) {}

  TableJoin join() const {
    TableJoin join;
    join.kind = PageJoin::likeness;
    join.confidence = kConfidence;
    join.row_cut = gap_.is_even() && row_is_cut();
    for (auto pair : gap_.pairs())
      if (join.row_cut || goes_on(pair)) join.cut_cells.push_back(pair);
    return join;
  }

 private:
  std::u32string before(std::pair<int, int> pair) const {
    std::u32string text;
    for (const LineRange& piece : gap_.before(pair).pieces) text += text_of(placed_, piece);
    return text;
  }
  std::u32string after(std::pair<int, int> pair) const { return text_of(placed_, gap_.lines_after(pair)); }

  bool goes_on(std::pair<int, int> pair) const {
    bool spans = gap_.before(pair).row_span > 1 || gap_.after(pair).row_span > 1;
    return spans && after(pair).empty() && !before(pair).empty();
  }

  /// A column that is filled nearly everywhere is empty on one side of the break, and filled on the
  /// other.
  bool row_is_cut() const {
    return std::any_of(gap_.pairs().begin(), gap_.pairs().end(), [&](auto pair) {
      bool one_row = gap_.before(pair).row_span == 1 && gap_.after(pair).row_span == 1;
      return one_row && before(pair).empty() != after(pair).empty() &&
             usually_filled(gap_.before(pair).column);
    });
  }

  bool usually_filled(int column) const {
    int cells = 0, filled = 0;
    for (const JoinedCell& cell : table_.cells) {
      if (cell.column != column || cell.row_span > 1) continue;
      ++cells;
      filled += std::any_of(cell.pieces.begin(), cell.pieces.end(),
                            [](const LineRange& piece) { return !piece.empty(); });
    }
    return filled * 100 >= cells * kUsuallyFilled;
  }

  const JoinedTable& table_;
  const TableDraft& next_;
  const TableBreak& gap_;
  const PlacedText& placed_;
};

}  // namespace

TableJoin join_closed(const JoinedTable& table, const TableDraft& next, const TableBreak& gap,
                      const PlacedText& placed) {
  if (gap.likeness() < kLeastLikeness) return {};
  return ClosedBreak(table, next, gap, placed).join();
}

}  // namespace ziping
