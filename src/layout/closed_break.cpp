#include "layout/closed_break.h"

#include "layout/cut_evidence.h"

namespace ziping {
namespace {

constexpr float kLeastLikeness = 0.6F;
constexpr int kConfidence = 85;  ///< percent

/// The row is cut where its cells together say so.
bool row_is_cut(const TableBreak& gap, const CutEvidence& evidence) {
  float sum = 0;
  for (auto pair : gap.pairs())
    if (gap.before(pair).row_span == 1 && gap.after(pair).row_span == 1) sum += evidence.of_row_cell(pair);
  return sum > 0;
}

}  // namespace

TableJoin join_closed(const JoinedTable& table, const TableBreak& gap, const PlacedText& placed,
                      const std::vector<LineShape>& shapes) {
  if (gap.likeness() < kLeastLikeness) return {};
  CutEvidence evidence(table, gap, placed, shapes);
  TableJoin join;
  join.kind = PageJoin::likeness;
  join.confidence = kConfidence;
  join.row_cut = gap.is_even() && row_is_cut(gap, evidence);
  for (auto pair : gap.pairs())
    if (join.row_cut || evidence.label_goes_on(pair)) join.cut_cells.push_back(pair);
  return join;
}

}  // namespace ziping
