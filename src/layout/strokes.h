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

/// Snaps parallel rules, joins collinear pieces and groups what touches (pdf.md 6, steps 2 to 4).
/// Only groups with at least two rules of each direction, and what a page break leaves of a table: three
/// vertical rules with at most one horizontal. None where a page has thousands of rules: that is a drawing.
std::vector<StrokeGroup> connect_rules(const std::vector<Rule>& rules);

}  // namespace ziping
