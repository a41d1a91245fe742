#include "layout/strokes.h"

#include "layout/sets.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace ziping {
namespace {

constexpr float kSnap = 2;                  ///< parallel rules closer than this are one
constexpr float kShortest = 3;              ///< a joined rule shorter than this is a speck
constexpr float kDot = 2.5F;                ///< a rule no longer than this is a dot of a dotted rule
constexpr float kShortestDotted = 8;        ///< a dotted rule shorter than this is none
constexpr float kShortestColumn = 60;       ///< of vertical rules that nothing crosses
constexpr std::size_t kMostStrokes = 2000;  ///< of one direction

void snap(std::vector<Stroke>& strokes) {
  std::sort(strokes.begin(), strokes.end(), [](const Stroke& a, const Stroke& b) { return a.at < b.at; });
  for (std::size_t begin = 0; begin < strokes.size();) {
    std::size_t end = begin + 1;
    while (end < strokes.size() && strokes[end].at - strokes[end - 1].at <= kSnap &&
           strokes[end].at - strokes[begin].at <= 3 * kSnap)
      ++end;
    float sum = 0, weight = 0;
    for (std::size_t at = begin; at < end; ++at) {
      float length = strokes[at].to - strokes[at].from + 0.1F;
      sum += strokes[at].at * length;
      weight += length;
    }
    for (std::size_t at = begin; at < end; ++at) strokes[at].at = sum / weight;
    begin = end;
  }
}

/// Joins collinear pieces and drops what is shorter than `shortest`.
std::vector<Stroke> joined(std::vector<Stroke> strokes, float shortest) {
  std::sort(strokes.begin(), strokes.end(),
            [](const Stroke& a, const Stroke& b) { return a.at != b.at ? a.at < b.at : a.from < b.from; });
  std::vector<Stroke> out;
  for (const Stroke& stroke : strokes) {
    bool goes_on = !out.empty() && out.back().at == stroke.at && stroke.from <= out.back().to + kTouch;
    if (goes_on) {
      out.back().to = std::max(out.back().to, stroke.to);
    } else {
      out.push_back(stroke);
    }
  }
  std::erase_if(out, [&](const Stroke& stroke) { return stroke.to - stroke.from < shortest; });
  return out;
}

/// Dots in a row are a rule; those of the other direction stand too far apart to join.
void add_dotted(std::vector<Stroke>& strokes, std::vector<Stroke> dots) {
  std::vector<Stroke> rules = joined(std::move(dots), kShortestDotted);
  strokes.insert(strokes.end(), rules.begin(), rules.end());
}

bool same_ends(const Stroke& a, const Stroke& b) {
  return std::fabs(a.from - b.from) <= kTouch && std::fabs(a.to - b.to) <= kTouch;
}

/// Two rules of each direction; or the rest of a row that a page break has cut, closed on one side only.
bool is_table(const StrokeGroup& strokes) {
  if (strokes.flat.size() == 1) return strokes.upright.size() >= 3;
  return strokes.flat.size() >= 2 && strokes.upright.size() >= 2;
}

struct Extent {
  float low = 1e9F, high = -1e9F;  ///< ends of the vertical rules
  bool open = false;               ///< no horizontal rule closes one of them
};

Extent extent_of(const StrokeGroup& strokes) {
  Extent out;
  for (const Stroke& stroke : strokes.upright) {
    out.low = std::min(out.low, stroke.from);
    out.high = std::max(out.high, stroke.to);
  }
  auto closed = [&](float end) {
    return std::any_of(strokes.flat.begin(), strokes.flat.end(),
                       [&](const Stroke& flat) { return std::fabs(flat.at - end) <= kTouch; });
  };
  out.open = !closed(out.low) || !closed(out.high);
  return out;
}

/// Groups side by side between the same heights, left open there by a page break, are one table: between
/// them stands a cell that goes on over the whole page.
void merge_beside(std::vector<StrokeGroup>& groups) {
  for (std::size_t a = 0; a < groups.size(); ++a)
    for (std::size_t b = a + 1; b < groups.size(); ++b) {
      Extent one = extent_of(groups[a]), two = extent_of(groups[b]);
      if (!one.open || !two.open) continue;
      if (std::fabs(one.low - two.low) > kTouch || std::fabs(one.high - two.high) > kTouch) continue;
      auto& [flat, upright] = groups[a];
      flat.insert(flat.end(), groups[b].flat.begin(), groups[b].flat.end());
      upright.insert(upright.end(), groups[b].upright.begin(), groups[b].upright.end());
      groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(b--));
    }
}

/// Vertical rules that touch no other rule: columns whose cells go on over the whole page, beside a
/// group as high as they are; or a group of their own, all of one height, where a row fills the page.
void take_loose(std::vector<StrokeGroup>& groups, const std::vector<Stroke>& loose) {
  std::vector<Stroke> alone;
  for (const Stroke& stroke : loose) {
    auto beside = std::find_if(groups.begin(), groups.end(), [&](const StrokeGroup& strokes) {
      return std::any_of(strokes.upright.begin(), strokes.upright.end(),
                         [&](const Stroke& other) { return same_ends(stroke, other); });
    });
    if (beside != groups.end()) {
      beside->upright.push_back(stroke);
    } else if (stroke.to - stroke.from >= kShortestColumn) {
      alone.push_back(stroke);
    }
  }
  auto alike = [&](const Stroke& stroke) { return same_ends(stroke, alone.front()); };
  if (alone.size() >= 3 && std::all_of(alone.begin(), alone.end(), alike)) groups.push_back({{}, alone});
}

/// Both sorted by their place.
RuleGroups group(const std::vector<Stroke>& flat, const std::vector<Stroke>& upright) {
  Sets sets(flat.size() + upright.size());
  for (std::size_t f = 0; f < flat.size(); ++f) {
    auto first = std::lower_bound(upright.begin(), upright.end(), flat[f].from - kTouch,
                                  [](const Stroke& stroke, float at) { return stroke.at < at; });
    for (auto u = first; u != upright.end() && u->at <= flat[f].to + kTouch; ++u)
      if (flat[f].at >= u->from - kTouch && flat[f].at <= u->to + kTouch)
        sets.unite(f, flat.size() + static_cast<std::size_t>(u - upright.begin()));
  }
  std::map<std::size_t, StrokeGroup> groups;
  for (std::size_t f = 0; f < flat.size(); ++f) groups[sets.find(f)].flat.push_back(flat[f]);
  std::vector<Stroke> loose;
  for (std::size_t u = 0; u < upright.size(); ++u) {
    auto found = groups.find(sets.find(flat.size() + u));
    if (found == groups.end()) {
      loose.push_back(upright[u]);
    } else {
      found->second.upright.push_back(upright[u]);
    }
  }
  RuleGroups out;
  for (auto& [root, strokes] : groups) {
    if (is_table(strokes)) {
      out.tables.push_back(std::move(strokes));
    } else if (strokes.upright.empty()) {
      out.loose.insert(out.loose.end(), strokes.flat.begin(), strokes.flat.end());
    }
  }
  merge_beside(out.tables);
  take_loose(out.tables, loose);
  return out;
}

}  // namespace

RuleGroups connect_rules(const std::vector<Rule>& rules) {
  std::vector<Stroke> flat, upright, flat_dots, upright_dots;
  for (const Rule& rule : rules) {
    float x = (rule.x0 + rule.x1) / 2, y = (rule.y0 + rule.y1) / 2;
    bool is_flat = rule.y1 - rule.y0 <= rule.x1 - rule.x0;
    if (std::max(rule.x1 - rule.x0, rule.y1 - rule.y0) <= kDot) {
      flat_dots.push_back({std::round(2 * y) / 2, rule.x0, rule.x1});
      upright_dots.push_back({std::round(2 * x) / 2, rule.y0, rule.y1});
    } else if (is_flat) {
      flat.push_back({y, rule.x0, rule.x1});
    } else {
      upright.push_back({x, rule.y0, rule.y1});
    }
  }
  add_dotted(flat, std::move(flat_dots));
  add_dotted(upright, std::move(upright_dots));
  snap(flat);
  snap(upright);
  flat = joined(std::move(flat), kShortest);
  upright = joined(std::move(upright), kShortest);
  if (flat.size() > kMostStrokes || upright.size() > kMostStrokes) return {};
  return group(flat, upright);
}

}  // namespace ziping
