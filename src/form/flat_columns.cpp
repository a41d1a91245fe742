#include "form/flat_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ziping {
namespace {

constexpr float kNever = std::numeric_limits<float>::infinity();
/// What leaving a column of a rich line out costs.
constexpr float kLeftOut = 2;
constexpr float kMostFit = 4;

/// Fits the words of a line to columns from left to right by what they look like; -1 for each word where
/// nothing fits.
std::vector<int> align(const std::vector<FlatWord>& words, WordRange line,
                       const std::vector<ColumnRole>& roles, bool split_target, FlatFit& fit) {
  std::size_t count = static_cast<std::size_t>(line.size()), width = roles.size();
  std::vector<std::vector<float>> cost(count + 1, std::vector<float>(width + 1, kNever));
  std::vector<std::vector<bool>> taken(count + 1, std::vector<bool>(width + 1, false));
  for (std::size_t c = 0; c <= width; ++c) cost[0][c] = static_cast<float>(c) * kLeftOut;
  for (std::size_t w = 1; w <= count; ++w)
    for (std::size_t c = 1; c <= width; ++c) {
      const FlatWord& word = words[static_cast<std::size_t>(line.begin) + w - 1];
      float fits = fit.cost(roles[c - 1], std::string(word.text), split_target);
      float take = fits > kMostFit ? kNever : cost[w - 1][c - 1] + fits, skip = cost[w][c - 1] + kLeftOut;
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

float median(std::vector<float>& values) {
  auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// Words and header cells that a border between columns at `x` would cut.
int crossed(const std::vector<FlatWord>& words, const std::vector<FlatLine>& lines,
            const ColumnPlaces& places, float x) {
  int count = 0;
  for (const FlatLine& line : lines)
    for (int at = line.words.begin; at < line.words.end; ++at) {
      const FlatWord& word = words[static_cast<std::size_t>(at)];
      count += word.left < x && x < word.right;
    }
  for (std::size_t cell = 0; cell < places.left.size(); ++cell)
    count += places.left[cell] < x && x < places.right[cell];
  return count;
}

/// Where to part two columns with these middles: in the widest gap that cuts the fewest words.
float border(const std::vector<FlatWord>& words, const std::vector<FlatLine>& lines,
             const ColumnPlaces& places, float left, float right) {
  constexpr float kStep = 0.5F;
  int fewest = std::numeric_limits<int>::max();
  float begin = left, end = left, best_begin = left, best_end = right;
  for (float x = left + kStep; x < right; x += kStep) {
    int cut = crossed(words, lines, places, x);
    if (cut > fewest) {
      begin = end = right;
      continue;
    }
    bool goes_on = cut == fewest && begin < right;
    begin = goes_on ? begin : x;
    end = x;
    if (cut < fewest || end - begin > best_end - best_begin) {
      best_begin = begin;
      best_end = end;
    }
    fewest = cut;
  }
  return (best_begin + best_end) / 2;
}

/// Columns at either side whose words stand alone on their lines: levels left of what was found, the last
/// column right of it.
void place_outer(const std::vector<FlatWord>& words, const std::vector<FlatLine>& lines,
                 std::vector<std::vector<float>>& found) {
  auto known = [](const std::vector<float>& middles) { return !middles.empty(); };
  std::size_t first =
      static_cast<std::size_t>(std::find_if(found.begin(), found.end(), known) - found.begin());
  std::size_t end = found.size();
  while (end > first && found[end - 1].empty()) --end;
  if (first == end) return;
  float left = *std::min_element(found[first].begin(), found[first].end());
  float right = *std::max_element(found[end - 1].begin(), found[end - 1].end());
  std::vector<float> before, after;
  for (const FlatLine& line : lines)
    for (int at = line.words.begin; at < line.words.end; ++at) {
      const FlatWord& word = words[static_cast<std::size_t>(at)];
      if (word.right < left && word.middle() < left - 4) before.push_back(word.middle());
      if (word.left > right) after.push_back(word.middle());
    }
  std::sort(before.begin(), before.end());
  while (first > 0 && !before.empty()) {
    float last = before.back();
    auto cluster = std::lower_bound(before.begin(), before.end(), last - 4);
    std::vector<float> middles(cluster, before.end());
    if (middles.size() > 1) found[--first] = std::move(middles);
    before.erase(cluster, before.end());
  }
  if (end < found.size() && !after.empty()) found[end] = after;
}

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
  place_outer(words, lines, found);
  for (std::vector<float>& middles : found) places.middle.push_back(middles.empty() ? -1 : median(middles));
  return places;
}

std::vector<int> columns_of(const std::vector<FlatWord>& words, const std::vector<FlatLine>& lines,
                            const ColumnPlaces& places) {
  std::vector<int> known;
  for (std::size_t column = 0; column < places.middle.size(); ++column)
    if (places.middle[column] >= 0) known.push_back(static_cast<int>(column));
  std::vector<float> borders;
  for (std::size_t at = 0; at + 1 < known.size(); ++at)
    borders.push_back(border(words, lines, places, places.middle[static_cast<std::size_t>(known[at])],
                             places.middle[static_cast<std::size_t>(known[at + 1])]));
  std::vector<int> columns;
  for (const FlatLine& line : lines)
    for (int at = line.words.begin; at < line.words.end; ++at) {
      float x = words[static_cast<std::size_t>(at)].middle();
      auto place = std::lower_bound(borders.begin(), borders.end(), x) - borders.begin();
      columns.push_back(known.empty() ? -1 : known[static_cast<std::size_t>(place)]);
    }
  return columns;
}

}  // namespace ziping
