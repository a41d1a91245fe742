#pragma once

#include "outline/label.h"
#include "outline/split.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// A labelled value of a cover.
struct CoverEntry {
  const OutlineWords::Label* label = nullptr;
  std::string value;  ///< without seals and blanks; may be empty
};

/// What stands before a report's body and after it.
struct Cover {
  std::vector<CoverEntry> entries;  ///< in text order
  std::optional<int> year;          ///< of a line such as （2023年度）
  std::string office;       ///< the office named in a line of its own: above or below the title, or signing
  std::string date;         ///< ISO, of a line of its own: below the title or signing
  std::vector<Span> spans;  ///< everything found, in text order, contents lines included

  /// The value of the label with the largest priority that has one; empty where none does.
  std::string value(std::string_view field) const;
};

/// Reads the cover, contents and sign-off of a report.
Cover read_cover(std::string_view text, const std::vector<Paragraph>& paragraphs, const ReportRange& range,
                 const OutlineWords& words);

}  // namespace ziping
