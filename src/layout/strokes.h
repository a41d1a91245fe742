#pragma once

#include "ingest/page.h"

#include <vector>

namespace ziping {

/// A rule without its direction: `at` is its place across, `from` and `to` its ends.
struct Stroke {
  float at = 0, from = 0, to = 0;
};

/// The rules of one connected drawing.
struct StrokeGroup {
  std::vector<Stroke> flat;     ///< horizontal: `at` is y
  std::vector<Stroke> upright;  ///< vertical: `at` is x
};

/// How near ends and crossings of rules must come to touch, points.
inline constexpr float kTouch = 3;

/// A page's rules: groups that make tables, and what is left of the horizontal ones.
struct RuleGroups {
  std::vector<StrokeGroup> tables;
  std::vector<Stroke> loose;  ///< horizontal rules that no vertical one touches, by their place
};

/// Snaps parallel rules, joins collinear pieces and groups what touches (pdf.md 6, steps 2 to 4).
/// A table has at least two rules of each direction, or is what a page break leaves of one: three
/// vertical rules with at most one horizontal. Nothing where a page has thousands of rules: that is a
/// drawing.
RuleGroups connect_rules(const std::vector<Rule>& rules);

}  // namespace ziping
