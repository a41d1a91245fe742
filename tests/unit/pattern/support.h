#pragma once

#include "pattern/one_report.h"
#include "pattern/pattern_set.h"

#include <string>
#include <vector>

namespace ziping::testing {

/// The set of patterns/, read once for all tests.
inline const PatternSet& house_patterns() {
  static const PatternSet patterns = PatternSet::load(ZIPING_PATTERN_DIR);
  return patterns;
}

/// One text as a report, with what the patterns of the house find in it.
struct OneReport : ziping::OneReport {
  using ziping::OneReport::OneReport;

  std::vector<Mention> mentions(std::vector<Explanation>* explanations = nullptr,
                                std::vector<Skipped>* skipped = nullptr) const {
    return find_mentions(clean, outline, house_patterns(), false, explanations, skipped);
  }

  std::string raw(const Mention& mention) const { return std::string(mention.span.of(clean.text)); }
};

/// One line for all values of a text: `80万元以上=800000 CNY ge; 3元/亩=3 CNY /亩`.
inline std::string values_in(const std::string& text) {
  OneReport report(text);
  std::string line;
  for (const Mention& mention : report.mentions()) {
    line += (line.empty() ? "" : "; ") + report.raw(mention) + "=" + mention.quantity.str() + " " +
            mention.quantity.unit;
    if (mention.quantity.comparator != Comparator::eq)
      line += std::string(" ") + name_of(mention.quantity.comparator);
    if (!mention.per.empty()) line += " /" + mention.per;
  }
  return line;
}

}  // namespace ziping::testing
