#include "form/flat_stack.h"

#include "base/utf8.h"
#include "form/flat_anchors.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace ziping {
namespace {

using R = ColumnRole;

constexpr float kNever = std::numeric_limits<float>::infinity();
/// What it costs to put text that is not centred: its first line beside the row's middle.
constexpr float kAtTop = 0.6F;
constexpr float kOverBreak = 1;
/// For a cell that begins with what a narrow cell has broken off.
constexpr float kBeginsBroken = 1.5F;
/// Lines of a cell, rows of a level: none met has more.
constexpr std::size_t kCellLines = 120, kLevelRows = 60;
/// Lines of a level's cell.
constexpr int kLevelLines = 10;
constexpr float kUnknownLevel = 12;

bool is_level(R role) {
  return role == R::level1 || role == R::level2;
}

bool is_text(R role) {
  return role == R::reason || role == R::method || role == R::remark || role == R::task_content;
}

bool is_figure(R role) {
  return role == R::weight || role == R::score || role == R::review_score || role == R::initial ||
         role == R::adjusted || role == R::executed || role == R::rate || role == R::nature;
}

/// Deals the pieces of a column to the rows.
class Dealer {
 public:
  Dealer(const std::vector<FlatPiece>& pieces, const std::vector<FlatAnchor>& anchors, R role)
      : pieces_(pieces), anchors_(anchors), role_(role) {}

  /// For each row the range of its pieces.
  std::vector<WordRange> deal() {
    std::size_t count = pieces_.size(), rows = anchors_.size();
    std::vector<std::vector<float>> cost(rows + 1, std::vector<float>(count + 1, kNever));
    std::vector<std::vector<int>> from(rows + 1, std::vector<int>(count + 1, 0));
    cost[0][0] = 0;
    for (std::size_t row = 1; row <= rows; ++row)
      for (std::size_t end = 0; end <= count; ++end)
        for (std::size_t begin = end < kCellLines ? 0 : end - kCellLines; begin <= end; ++begin) {
          if (cost[row - 1][begin] == kNever) continue;
          float total = cost[row - 1][begin] + cost_of(begin, end, row - 1);
          if (total >= cost[row][end]) continue;
          cost[row][end] = total;
          from[row][end] = static_cast<int>(begin);
        }
    std::vector<WordRange> dealt(rows);
    int end = static_cast<int>(count);
    for (std::size_t row = rows; row > 0; --row) {
      dealt[row - 1] = {from[row][static_cast<std::size_t>(end)], end};
      end = dealt[row - 1].begin;
    }
    return dealt;
  }

 private:
  float cost_of(std::size_t begin, std::size_t end, std::size_t row) const {
    if (begin == end) return is_text(role_) ? 0 : is_figure(role_) ? 1 : 3;
    const FlatAnchor& anchor = anchors_[row];
    float cost = 0;
    std::size_t own = begin;  // pieces on the row's page
    while (own < end && pieces_[own].page == anchor.page) ++own;
    if (own < end) cost += kOverBreak;
    if (own == begin) cost += 3;
    if (own > begin) {
      float first = static_cast<float>(pieces_[begin].line), last = static_cast<float>(pieces_[own - 1].line);
      float middle = std::abs((first + last) / 2 - anchor.line);
      cost += own < end ? std::min(middle, std::abs(first - anchor.line)) * 0.5F
                        : std::min(middle, kAtTop + std::abs(first - anchor.line));
    }
    if (!is_text(role_) && !is_figure(role_) && is_fragment(pieces_[begin].text)) cost += kBeginsBroken;
    for (std::size_t at = begin + 1; at < end; ++at) cost += joint(pieces_[at - 1], pieces_[at]);
    return cost;
  }

  float joint(const FlatPiece& before, const FlatPiece& next) const {
    float cost = 0;
    if (before.page == next.page && next.line - before.line > 2)
      cost += static_cast<float>(next.line - before.line - 2);
    if (is_text(role_)) return cost;
    if (is_figure(role_)) return cost + (before.text.find('.') != std::string::npos ? 0.5F : 3);
    char32_t first = char_at(next.text, 0);
    bool begins = std::u32string_view(U"≥≤＞＜><=＝≧≦═").find(first) != std::u32string_view::npos;
    return cost + (begins ? 2 : 0.2F);
  }

  const std::vector<FlatPiece>& pieces_;
  const std::vector<FlatAnchor>& anchors_;
  R role_;
};

/// Whether an indicator of the second level may stand below one of the first (domain.md 2).
bool may_belong(std::string_view lower, std::string_view upper) {
  struct Kin {
    std::string_view lower, upper;
  };
  constexpr std::array<Kin, 9> kKin = {{{"成本", "成本|产出"},
                                        {"数量", "产出"},
                                        {"质量", "产出"},
                                        {"时效", "产出"},
                                        {"经济", "效益"},
                                        {"社会", "效益"},
                                        {"生态", "效益"},
                                        {"可持续", "效益"},
                                        {"满意", "满意"}}};
  auto holds = [](std::string_view text, std::string_view word) { return text.find(word) != text.npos; };
  bool known = holds(upper, "产出") || holds(upper, "效益") || holds(upper, "满意") || holds(upper, "成本");
  if (!known) return true;
  for (const Kin& kin : kKin) {
    if (!holds(lower, kin.lower)) continue;
    std::size_t bar = kin.upper.find('|');
    return holds(upper, kin.upper.substr(0, bar)) ||
           (bar != kin.upper.npos && holds(upper, kin.upper.substr(bar + 1)));
  }
  return true;
}

/// A level's cell.
struct LevelCell {
  std::string text;
  std::vector<int> words;
  float top = 0, bottom = 0;
  int page = 1;
};

/// Cuts the pieces of a level's column where its words are known ones.
std::vector<LevelCell> level_cells(const std::vector<FlatPiece>& pieces, R role, FlatFit& fit) {
  std::size_t count = pieces.size();
  std::vector<float> cost(count + 1, kNever);
  std::vector<std::size_t> from(count + 1, 0);
  cost[0] = 0;
  for (std::size_t end = 1; end <= count; ++end) {
    std::string text;
    for (std::size_t begin = end; begin-- > 0 && end - begin <= kLevelLines;) {
      text.insert(0, pieces[begin].text);
      float gap = 0;
      for (std::size_t at = begin + 1; at < end; ++at)
        if (pieces[at].line - pieces[at - 1].line > 2) gap += 2;
      float total = cost[begin] + std::min(fit.cost(role, text, false), kUnknownLevel) + gap + 1;
      if (total < cost[end]) {
        cost[end] = total;
        from[end] = begin;
      }
    }
  }
  std::vector<LevelCell> cells;
  for (std::size_t end = count; end > 0; end = from[end]) {
    LevelCell cell;
    cell.page = pieces[from[end]].page;
    cell.top = static_cast<float>(pieces[from[end]].line);
    for (std::size_t at = from[end]; at < end; ++at) {
      cell.text += pieces[at].text;
      cell.words.insert(cell.words.end(), pieces[at].words.begin(), pieces[at].words.end());
      if (pieces[at].page == cell.page) cell.bottom = static_cast<float>(pieces[at].line);
    }
    cells.push_back(std::move(cell));
  }
  std::reverse(cells.begin(), cells.end());
  return cells;
}

/// Where a row lies.
struct Extent {
  float top = 0, bottom = 0;
  int page = 1;
};

/// First row of each level cell: the cells tile the rows, each stands in the middle of its rows. A cell
/// of the upper level begins only where one of the lower does.
std::vector<int> first_rows(const std::vector<LevelCell>& cells, const std::vector<Extent>& rows,
                            const std::vector<bool>& may_begin, const std::vector<std::string>& lower) {
  std::size_t count = cells.size(), height = rows.size();
  if (count > height) return std::vector<int>(count, -1);
  std::vector<std::vector<float>> cost(count + 1, std::vector<float>(height + 1, kNever));
  std::vector<std::vector<int>> from(count + 1, std::vector<int>(height + 1, 0));
  for (std::size_t row = 0; row <= height; ++row) cost[0][row] = static_cast<float>(row) * 2;
  auto cost_of = [&](const LevelCell& cell, std::size_t begin, std::size_t end) {
    float top = kNever, bottom = -1;
    for (std::size_t row = begin; row < end; ++row) {
      if (rows[row].page != cell.page) continue;
      top = std::min(top, rows[row].top);
      bottom = std::max(bottom, rows[row].bottom);
    }
    if (bottom < 0) return 20.0F;
    float off = std::abs((top + bottom) / 2 - (cell.top + cell.bottom) / 2);
    bool cut = rows[begin].page != rows[end - 1].page;
    float at_top = std::abs(top - cell.top);
    float total = cut ? std::min(off, at_top) * 0.5F : std::min({off * off, 3 * off, 1 + at_top});
    for (std::size_t row = begin; row < end; ++row)
      if (!may_belong(lower[row], cell.text)) total += 3;
    return total + (may_begin[begin] ? 0 : 4.0F);
  };
  for (std::size_t cell = 1; cell <= count; ++cell)
    for (std::size_t end = 1; end <= height; ++end)
      for (std::size_t begin = end < kLevelRows ? 0 : end - kLevelRows; begin < end; ++begin) {
        if (cost[cell - 1][begin] == kNever) continue;
        float total = cost[cell - 1][begin] + cost_of(cells[cell - 1], begin, end);
        if (total >= cost[cell][end]) continue;
        cost[cell][end] = total;
        from[cell][end] = static_cast<int>(begin);
      }
  std::vector<int> first(count, -1);
  if (height == 0 || count == 0 || cost[count][height] == kNever) return first;
  std::size_t end = height;
  for (std::size_t cell = count; cell > 0; --cell) {
    first[cell - 1] = from[cell][end];
    end = static_cast<std::size_t>(from[cell][end]);
  }
  return first;
}

std::vector<Extent> extents_of(const std::vector<FlatRow>& rows, const std::vector<FlatAnchor>& anchors,
                               const std::vector<FlatWord>& words) {
  std::vector<Extent> extents;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    Extent extent{anchors[row].line, anchors[row].line, anchors[row].page};
    for (const auto& cell : rows[row].cells)
      for (int at : cell) {
        const FlatWord& word = words[static_cast<std::size_t>(at)];
        if (word.page != extent.page) continue;
        extent.top = std::min(extent.top, static_cast<float>(word.line));
        extent.bottom = std::max(extent.bottom, static_cast<float>(word.line));
      }
    extents.push_back(extent);
  }
  return extents;
}

}  // namespace

std::vector<FlatRow> stack_rows(const std::vector<FlatWord>& words, const FlatColumns& block, FlatFit& fit) {
  auto pieces = pieces_of(words, block);
  std::vector<FlatAnchor> anchors = find_anchors(block, pieces, fit.forms());
  std::vector<FlatRow> rows(anchors.size());
  if (rows.empty()) return rows;
  for (FlatRow& row : rows) row.cells.resize(block.roles.size());
  for (std::size_t column = 0; column < pieces.size(); ++column) {
    if (is_level(block.roles[column])) continue;
    auto dealt = Dealer(pieces[column], anchors, block.roles[column]).deal();
    for (std::size_t row = 0; row < rows.size(); ++row)
      for (int at = dealt[row].begin; at < dealt[row].end; ++at) {
        const auto& from = pieces[column][static_cast<std::size_t>(at)].words;
        rows[row].cells[column].insert(rows[row].cells[column].end(), from.begin(), from.end());
      }
  }
  std::vector<Extent> extents = extents_of(rows, anchors, words);
  std::vector<bool> may_begin(rows.size(), true);
  std::vector<std::string> lower(rows.size());
  for (R level : {R::level2, R::level1}) {
    auto column = static_cast<std::size_t>(std::find(block.roles.begin(), block.roles.end(), level) -
                                           block.roles.begin());
    if (column == block.roles.size()) continue;
    auto cells = level_cells(pieces[column], level, fit);
    auto first = first_rows(cells, extents, may_begin, lower);
    if (level == R::level2 && !cells.empty()) may_begin.assign(rows.size(), false);
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
      if (first[cell] < 0) continue;
      auto row = static_cast<std::size_t>(first[cell]);
      rows[row].cells[column] = cells[cell].words;
      may_begin[row] = true;
      std::size_t end = cell + 1 < cells.size() && first[cell + 1] >= 0
                            ? static_cast<std::size_t>(first[cell + 1])
                            : rows.size();
      if (level == R::level2)
        std::fill(lower.begin() + first[cell], lower.begin() + static_cast<std::ptrdiff_t>(end),
                  cells[cell].text);
    }
  }
  return rows;
}

}  // namespace ziping
