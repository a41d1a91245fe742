#pragma once

#include "outline/outline.h"

#include <string>

namespace ziping {

/// What the program sees when a report of 2023 holds just one text, in a section of this code (none where
/// it is empty): the stage on which examples of pattern files and tests of mentions stand.
struct OneReport {
  static constexpr int kFiscalYear = 2023;

  CleanText clean;
  Outline outline;

  explicit OneReport(const std::string& text, const std::string& section = "") {
    clean.text = fold(text) + "\n";
    clean.origin.assign(clean.text.size(), 0);
    Report report;
    report.span = {0, clean.text.size()};
    report.fiscal_year = kFiscalYear;
    outline.reports.push_back(report);
    if (section.empty()) return;
    Section of;
    of.code = section;
    of.body = report.span;
    outline.sections.push_back(of);
  }
};

}  // namespace ziping
