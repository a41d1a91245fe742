#pragma once

#include "pattern/pattern_set.h"

#include <string>
#include <vector>

namespace ziping::testing {

/// The set of patterns/, read once for all tests.
inline const PatternSet& house_patterns() {
  static const PatternSet patterns = PatternSet::load(ZIPING_PATTERN_DIR, false);
  return patterns;
}

/// A report of 2023 that holds just one text, in a section of this code (none where it is empty).
struct OneReport {
  CleanText clean;
  Outline outline;

  explicit OneReport(const std::string& text, const std::string& section = "") {
    clean.text = fold(text) + "\n";
    clean.origin.assign(clean.text.size(), 0);
    Report report;
    report.span = {0, clean.text.size()};
    report.fiscal_year = 2023;
    outline.reports.push_back(report);
    if (section.empty()) return;
    Section of;
    of.code = section;
    of.body = report.span;
    outline.sections.push_back(of);
  }

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
