#include "layout/cut_evidence.h"

#include "layout/cell_text.h"
#include "layout/marks.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr float kDescent = 0.12F;      ///< of the size, below the baseline
constexpr float kFilled = 0.9F;        ///< sizes that a full cell may leave below more than the fullest one
constexpr float kLineFull = 1.6F;      ///< sizes that a full line may be shorter than the longest
constexpr float kSingleLineRoom = 2;   ///< sizes beside a full line that stands alone
constexpr float kMostlyFilled = 0.8F;  ///< share of a column's cells
constexpr float kNearlyAllFilled = 0.95F;
constexpr std::size_t kRecentCells = 2000;  ///< before the break: enough to know a table by
constexpr std::size_t kFragment = 2;        ///< characters that are no label of their own: 标
constexpr std::size_t kLongText = 16;       ///< characters; shorter ones may be labels
constexpr float kLabelColumn = 0.5F;        ///< share of its rows that stand in cells over several rows

bool is_empty(const JoinedCell& cell) {
  return std::all_of(cell.pieces.begin(), cell.pieces.end(),
                     [](const LineRange& piece) { return piece.empty(); });
}

}  // namespace

CutEvidence::CutEvidence(const JoinedTable& table, const TableBreak& gap, const PlacedText& placed,
                         const std::vector<LineShape>& shapes)
    : table_(table), gap_(gap), placed_(placed), shapes_(shapes), columns_(table.xs.size()) {
  for (const JoinedCell& cell : recent_cells()) {
    Column& column = columns_[static_cast<std::size_t>(cell.column)];
    ++column.cells;
    column.filled += !is_empty(cell);
    column.rows += cell.row_span;
    if (cell.row_span > 1) column.rows_spanned += cell.row_span;
  }
  least_room_ = 1e6F;
  for (auto pair : gap.pairs())
    if (gap.before(pair).row_span == 1 && !gap.before(pair).pieces.back().empty())
      least_room_ = std::min(least_room_, read(pair).room_below);
}

CutPair CutEvidence::read(std::pair<int, int> pair) const {
  CutPair out;
  const JoinedCell& before = gap_.before(pair);
  for (const LineRange& piece : before.pieces) out.before += text_of(placed_, piece);
  out.after = text_of(placed_, gap_.lines_after(pair));
  LineRange lines = before.pieces.back();
  if (lines.empty()) return out;
  const LineShape& last = shapes_[lines.end - 1];
  out.size = last.size;
  out.room_below = before.last_box.y1 - last.base - kDescent * last.size;
  float widest = 0;
  for (std::uint32_t at = lines.first; at + 1 < lines.end; ++at)
    widest = std::max(widest, shapes_[at].x1 - shapes_[at].x0);
  float width = last.x1 - last.x0;
  out.line_full = widest > 0 ? width >= widest - kLineFull * last.size
                             : last.cell_width - width < kSingleLineRoom * last.size;
  return out;
}

std::span<const JoinedCell> CutEvidence::recent_cells() const {
  std::span<const JoinedCell> cells(table_.cells);
  return cells.last(std::min(cells.size(), kRecentCells));
}

const CutEvidence::Column& CutEvidence::column_of(std::pair<int, int> pair) const {
  return columns_[static_cast<std::size_t>(gap_.before(pair).column)];
}

bool CutEvidence::is_label_column(std::pair<int, int> pair) const {
  const Column& column = column_of(pair);
  return static_cast<float>(column.rows_spanned) > kLabelColumn * static_cast<float>(column.rows);
}

float CutEvidence::filled_share(std::pair<int, int> pair) const {
  const Column& column = column_of(pair);
  return static_cast<float>(column.filled) / static_cast<float>(std::max(column.cells, 1));
}

float CutEvidence::of_row_cell(std::pair<int, int> pair) const {
  CutPair texts = read(pair);
  if (texts.after.empty()) {
    if (texts.before.empty()) return 0;
    float share = filled_share(pair);
    float weight = share >= kNearlyAllFilled ? 2 : share >= kMostlyFilled ? 1 : 0.3F;
    return is_label_column(pair) ? 0.3F * weight : weight;
  }
  if (texts.before.empty()) return -2;
  return of_texts(texts);
}

/// Both sides hold words.
float CutEvidence::of_texts(const CutPair& texts) const {
  if (texts.room_below > least_room_ + kFilled * texts.size || !texts.line_full) return -3;
  if (is_figure(texts.before) && is_figure(texts.after)) return -2;
  float sum = 1;
  sum += ends_sentence(texts.before) ? -1.5F : 0.7F;
  if (ends_open(texts.before)) sum += 1.5F;
  if (begins_mid_sentence(texts.after)) sum += 2;
  return sum;
}

bool CutEvidence::label_goes_on(std::pair<int, int> pair) const {
  CutPair texts = read(pair);
  bool always = filled_share(pair) >= kMostlyFilled;
  bool spans = gap_.before(pair).row_span > 1 || gap_.after(pair).row_span > 1;
  if (texts.after.empty()) return always && (spans || is_label_column(pair));
  bool fragment = texts.after.size() <= kFragment && !is_figure(texts.after);
  if (!spans && !is_label_column(pair)) return fragment && completes_label(pair, texts);
  if (texts.before.empty()) return always && spans;
  if (texts.before.size() >= kLongText && of_texts(texts) > 1) return true;
  return completes_label(pair, texts);
}

/// Other labels of the column end as the two pieces together do, and the first piece alone does not:
/// 可持续影响 | 指标; or the rest stands in brackets: 满意度指标 | （10分）.
bool CutEvidence::completes_label(std::pair<int, int> pair, const CutPair& texts) const {
  if (is_bracketed(texts.after)) return true;
  if (!texts.line_full) return false;
  if (begins_mid_sentence(texts.after)) return true;
  std::u32string whole = texts.before + texts.after;
  if (whole.size() < 3) return false;
  std::u32string_view ending = std::u32string_view(whole).substr(whole.size() - 2);
  if (texts.before.ends_with(ending)) return false;
  std::span<const JoinedCell> recent = recent_cells();
  return std::any_of(recent.begin(), recent.end(), [&](const JoinedCell& cell) {
    return cell.column == gap_.before(pair).column && !is_empty(cell) &&
           text_of(placed_, cell.pieces.front()).ends_with(ending);
  });
}

}  // namespace ziping
