#include "form/flat_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ziping {
namespace {

constexpr float kNever = std::numeric_limits<float>::infinity();
/// What leaving a column of a rich line out costs.
float left_out(ColumnRole role) {
  using R = ColumnRole;
  bool often = role == R::level1 || role == R::level2 || role == R::reason || role == R::remark;
  return often ? 0.3F : 2;
}
constexpr float kMostFit = 4;
/// Characters; a word cut deeper than this is cut.
constexpr float kDeepCut = 4;
/// Characters between the middles of two columns at least.
constexpr float kApart = 4;

/// Fits the words of a line to columns from left to right by what they look like; -1 for each word where
/// nothing fits.
std::vector<int> align(const std::vector<FlatWord>& words, WordRange line,
                       const std::vector<ColumnRole>& roles, bool split_target, FlatFit& fit) {
  std::size_t count = static_cast<std::size_t>(line.size()), width = roles.size();
  std::vector<std::vector<float>> cost(count + 1, std::vector<float>(width + 1, kNever));
  std::vector<std::vector<bool>> taken(count + 1, std::vector<bool>(width + 1, false));
  cost[0][0] = 0;
  for (std::size_t c = 1; c <= width; ++c) cost[0][c] = cost[0][c - 1] + left_out(roles[c - 1]);
  for (std::size_t w = 1; w <= count; ++w)
    for (std::size_t c = 1; c <= width; ++c) {
      const FlatWord& word = words[static_cast<std::size_t>(line.begin) + w - 1];
      float fits = fit.cost(roles[c - 1], std::string(word.text), split_target);
      float take = fits > kMostFit ? kNever : cost[w - 1][c - 1] + fits,
            skip = cost[w][c - 1] + left_out(roles[c - 1]);
      taken[w][c] = take < skip;
      cost[w][c] = std::min(take, skip);
    }
  std::vector<int> columns(count, -1);
  if (cost[count][width] == kNever) return columns;
  for (std::size_t w = count, c = width; w > 0 && c > 0;) {
    if (taken[w][c])
      columns[--w] = static_cast<int>(--c);
    else
      --c;
  }
  return columns;
}

/// Columns of labels, whose words look much alike.
bool is_label(ColumnRole role) {
  using R = ColumnRole;
  return role == R::level1 || role == R::level2 || role == R::level3 || role == R::indicator ||
         role == R::source;
}

float median(std::vector<float>& values) {
  auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// How deep a border between columns at `x` would cut into words and header cells.
float cut_at(const std::vector<FlatWord>& words, const std::vector<FlatLine>& lines,
             const ColumnPlaces& places, float x) {
  float depth = 0;
  auto cut = [&](float left, float right) {
    if (left < x && x < right) depth += std::min({x - left, right - x, kDeepCut});
  };
  for (const FlatLine& line : lines)
    for (int at = line.words.begin; at < line.words.end; ++at) {
      const FlatWord& word = words[static_cast<std::size_t>(at)];
      cut(word.left, word.right);
    }
  for (std::size_t cell = 0; cell < places.left.size(); ++cell) cut(places.left[cell], places.right[cell]);
  return depth;
}

/// Where to part two columns with these middles: in the widest gap of those that cut least.
float border(const std::vector<FlatWord>& words, const std::vector<FlatLine>& lines,
             const ColumnPlaces& places, float left, float right) {
  constexpr float kStep = 0.5F;
  float least = kNever, begin = right, best_begin = left, best_end = right;
  for (float x = left + kStep; x < right; x += kStep) {
    float cut = cut_at(words, lines, places, x);
    if (cut > least) {
      begin = right;
      continue;
    }
    if (cut < least || begin == right) begin = x;
    if (cut < least || x - begin > best_end - best_begin) {
      best_begin = begin;
      best_end = x;
    }
    least = cut;
  }
  return (best_begin + best_end) / 2;
}

/// Groups values that lie near each other, from the right.
std::vector<std::vector<float>> clusters_of(std::vector<float> values) {
  std::sort(values.begin(), values.end());
  std::vector<std::vector<float>> clusters;
  while (!values.empty()) {
    auto cluster = std::lower_bound(values.begin(), values.end(), values.back() - kApart);
    clusters.emplace_back(cluster, values.end());
    values.erase(cluster, values.end());
  }
  return clusters;
}

/// Columns at either side whose words stand alone on their lines: levels left of the names, the last
/// column right of all others.
void place_outer(const std::vector<FlatWord>& words, const std::vector<FlatLine>& lines,
                 const std::vector<ColumnRole>& roles, std::vector<std::vector<float>>& found, FlatFit& fit) {
  using R = ColumnRole;
  std::size_t name = 0;
  while (name < roles.size() && (roles[name] == R::level1 || roles[name] == R::level2 || found[name].empty()))
    ++name;
  std::size_t end = found.size();
  while (end > name && found[end - 1].empty()) --end;
  if (name >= end) return;
  std::sort(found[name].begin(), found[name].end());
  float left = found[name][found[name].size() / 5];
  float right = *std::max_element(found[end - 1].begin(), found[end - 1].end());
  std::vector<float> before, after;
  std::vector<float> sure;
  for (const FlatLine& line : lines)
    for (int at = line.words.begin; at < line.words.end; ++at) {
      const FlatWord& word = words[static_cast<std::size_t>(at)];
      if (fit.cost(R::level1, std::string(word.text), false) < 1) sure.push_back(word.middle());
      if (word.right < left && word.middle() < left - kApart) before.push_back(word.middle());
      if (word.left > right) after.push_back(word.middle());
    }
  auto clusters = clusters_of(std::move(before));
  auto is_sure = [&](float middle) { return std::find(sure.begin(), sure.end(), middle) != sure.end(); };
  std::erase_if(clusters,
                [&](const auto& cluster) { return cluster.size() < 2 && !is_sure(cluster.front()); });
  if (clusters.size() > 1 || (name > 0 && found[name - 1].empty()))
    for (std::size_t at = 0; at < clusters.size() && at < name; ++at) found[name - 1 - at] = clusters[at];
  if (end < found.size() && !after.empty()) found[end] = after;
}

/// Deals the words of lines to columns. Where columns are narrow, their words drift: on a line of several
/// words it counts what they look like, too.
class ColumnAssigner {
 public:
  ColumnAssigner(const std::vector<FlatWord>& words, const std::vector<FlatLine>& lines,
                 const std::vector<ColumnRole>& roles, const ColumnPlaces& places, FlatFit& fit)
      : words_(words), lines_(lines), roles_(roles), fit_(fit), places_(places) {
    split_target_ = std::find(roles.begin(), roles.end(), ColumnRole::nature) != roles.end();
  }

  /// By the header's places, or those of the rows, whichever fits better.
  std::vector<int> run() {
    part();
    float by_header = deal(kNever);
    std::vector<int> columns = columns_;
    deal(kLooseDrift);
    if (!move_places()) return columns;
    part();
    return deal(kNever) < by_header ? columns_ : columns;
  }

 private:
  const FlatWord& word(int at) const { return words_[static_cast<std::size_t>(at)]; }

  /// Finds the borders between the columns whose places are known.
  void part() {
    known_.clear();
    borders_.clear();
    for (std::size_t column = 0; column < places_.middle.size(); ++column)
      if (places_.middle[column] >= 0) known_.push_back(static_cast<int>(column));
    for (std::size_t at = 0; at + 1 < known_.size(); ++at)
      borders_.push_back(border(words_, lines_, places_, places_.middle[static_cast<std::size_t>(known_[at])],
                                places_.middle[static_cast<std::size_t>(known_[at + 1])]));
  }

  /// Deals all lines; what it costs.
  float deal(float most_drift) {
    most_drift_ = most_drift;
    total_ = 0;
    columns_.clear();
    for (const FlatLine& line : lines_) {
      std::vector<WordRange> groups = groups_of(line.words);
      std::vector<int> found = known_.empty() ? std::vector<int>(groups.size(), -1) : place(groups);
      for (std::size_t at = 0; at < groups.size(); ++at)
        columns_.insert(columns_.end(), static_cast<std::size_t>(groups[at].size()), found[at]);
    }
    return total_;
  }

  /// The columns of the rows themselves, where they lie elsewhere than their headers: a header of narrow
  /// cells is drawn together.
  bool move_places() {
    std::vector<std::vector<float>> middles(roles_.size());
    std::size_t index = 0;
    for (const FlatLine& line : lines_)
      for (int at = line.words.begin; at < line.words.end; ++at, ++index)
        if (columns_[index] >= 0 && line.words.size() >= kRichLine)
          middles[static_cast<std::size_t>(columns_[index])].push_back(word(at).middle());
    bool moved = false;
    float before = -1;
    for (int column : known_) {
      auto& own = middles[static_cast<std::size_t>(column)];
      float& middle = places_.middle[static_cast<std::size_t>(column)];
      bool fixed = own.size() < 2 || is_label(roles_[static_cast<std::size_t>(column)]);
      float found = fixed ? middle : median(own);
      if (found <= before) found = before + kApart;
      moved = moved || std::abs(found - middle) > kApart;
      middle = before = found;
    }
    if (moved) places_.left.clear();
    return moved;
  }

  /// Words of a line that make one figure: ≥ | 95 | %.
  std::vector<WordRange> groups_of(WordRange line) const {
    std::vector<WordRange> groups;
    for (int at = line.begin; at < line.end; ++at) {
      bool near = at > line.begin && word(at).left - word(at - 1).right <= kWordSpace;
      if (near && !split_target_ && makes_figure(word(at - 1).text, word(at).text)) {
        groups.back().end = at + 1;
      } else {
        groups.push_back({at, at + 1});
      }
    }
    return groups;
  }

  bool makes_figure(std::string_view before, std::string_view next) const {
    FlatType first = flat_type(before, fit_.forms());
    bool digit = before.find_first_of("0123456789") != before.npos;
    if (first == FlatType::compared && !digit) return flat_type(next, fit_.forms()) != FlatType::text;
    bool figure = first == FlatType::number ||
                  (first == FlatType::compared && before.back() >= '0' && before.back() <= '9');
    bool unit = flat_type(next, fit_.forms()) == FlatType::text && half_ems(next) <= kUnitWidth;
    return figure && digit && (unit || next == "%" || next == "％");
  }

  /// How far a group is from the part of the line that a column has, in characters.
  float outside(WordRange group, std::size_t at) const {
    float middle = (word(group.begin).left + word(group.end - 1).right) / 2;
    if (at > 0 && middle < borders_[at - 1]) return borders_[at - 1] - middle;
    if (at < borders_.size() && middle > borders_[at]) return middle - borders_[at];
    return 0;
  }

  float cost_of(WordRange group, std::size_t at, bool rich) {
    float cost = outside(group, at) / kDrift;
    if (!rich) return cost;
    cost = std::min(cost, most_drift_);
    ColumnRole role = roles_[static_cast<std::size_t>(known_[at])];
    std::string text = joined(words_, group);
    bool level = role == ColumnRole::level1 || role == ColumnRole::level2;
    if (level && is_level_piece(text)) return cost;
    return cost + std::clamp(fit_.cost(role, text, split_target_), 0.0F, kMisfit);
  }

  /// 经济效益指 | 标: a level's cell is narrow, its pieces say little.
  bool is_level_piece(const std::string& text) const {
    return flat_type(text, fit_.forms()) == FlatType::text && half_ems(text) <= kLevelPiece;
  }

  /// What it costs that two groups share a column.
  float shared(std::size_t at) const {
    using R = ColumnRole;
    switch (roles_[static_cast<std::size_t>(known_[at])]) {
      case R::weight:
      case R::score:
      case R::rate:
      case R::initial:
      case R::adjusted:
      case R::executed:
      case R::nature:
        return kSharedFigure;
      case R::target:
      case R::actual:
        return 2 * kShared;
      default:
        return kShared;
    }
  }

  /// The cheapest columns for the groups of a line, from left to right; two may share one.
  std::vector<int> place(const std::vector<WordRange>& groups) {
    std::size_t count = groups.size(), width = known_.size();
    bool rich = count >= 3;
    std::vector<std::vector<float>> cost(count, std::vector<float>(width, kNever));
    std::vector<std::vector<std::size_t>> from(count, std::vector<std::size_t>(width, 0));
    for (std::size_t at = 0; at < count; ++at)
      for (std::size_t column = 0; column < width; ++column) {
        float own = cost_of(groups[at], column, rich), best = at == 0 ? 0 : kNever;
        for (std::size_t before = 0; at > 0 && before <= column; ++before) {
          float total = cost[at - 1][before] + (before == column ? shared(column) : 0);
          if (total >= best) continue;
          best = total;
          from[at][column] = before;
        }
        cost[at][column] = best + own;
      }
    std::vector<int> columns(count, -1);
    if (count == 0) return columns;
    const auto& last = cost.back();
    std::size_t column = static_cast<std::size_t>(std::min_element(last.begin(), last.end()) - last.begin());
    total_ += last[column];
    for (std::size_t at = count; at-- > 0;) {
      columns[at] = known_[column];
      column = from[at][column];
    }
    return columns;
  }

  static constexpr float kWordSpace = 1.5F;
  static constexpr int kUnitWidth = 12;
  static constexpr int kLevelPiece = 16;
  static constexpr int kRichLine = 4;
  static constexpr float kDrift = 3, kLooseDrift = 1.5F;
  static constexpr float kMisfit = 4;
  static constexpr float kShared = 1, kSharedFigure = 6;

  const std::vector<FlatWord>& words_;
  const std::vector<FlatLine>& lines_;
  const std::vector<ColumnRole>& roles_;
  FlatFit& fit_;
  ColumnPlaces places_;
  std::vector<int> columns_;  ///< of each word
  float most_drift_ = 0, total_ = 0;
  std::vector<int> known_;      ///< columns whose places are known
  std::vector<float> borders_;  ///< between them
  bool split_target_ = false;
};

}  // namespace

ColumnPlaces guess_places(const std::vector<FlatWord>& words, const std::vector<FlatLine>& lines,
                          const std::vector<ColumnRole>& roles, FlatFit& fit) {
  std::vector<std::vector<float>> found(roles.size());
  bool split_target = std::find(roles.begin(), roles.end(), ColumnRole::nature) != roles.end();
  for (const FlatLine& line : lines) {
    if (line.words.size() < 3) continue;
    std::vector<int> columns = align(words, line.words, roles, split_target, fit);
    for (std::size_t at = 0; at < columns.size(); ++at)
      if (columns[at] >= 0)
        found[static_cast<std::size_t>(columns[at])].push_back(
            words[static_cast<std::size_t>(line.words.begin) + at].middle());
  }
  ColumnPlaces places;
  place_outer(words, lines, roles, found, fit);
  for (std::vector<float>& middles : found) places.middle.push_back(middles.empty() ? -1 : median(middles));
  return places;
}

std::vector<int> columns_of(const std::vector<FlatWord>& words, const std::vector<FlatLine>& lines,
                            const std::vector<ColumnRole>& roles, const ColumnPlaces& places, FlatFit& fit) {
  return ColumnAssigner(words, lines, roles, places, fit).run();
}

}  // namespace ziping
