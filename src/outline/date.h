#pragma once

#include "base/span.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// A date as exact as it is printed.
struct PrintedDate {
  int year = 0, month = 0, day = 0;  ///< 0 where it is not printed
  Span span;                         ///< in the text it was found in

  std::string iso() const;  ///< 2024-03-25, 2022-03, 2024
};

/// The first date of a text: `2024.3.25`, `2024年8月9日`, `2022年3月 日`, `2024-10`, `二〇二四年三月`,
/// `20240325`. A year alone counts only with 年.
std::optional<PrintedDate> find_date(std::string_view text);
/// The date that a line consists of, brackets and a lost 日 allowed: a sign-off.
std::optional<PrintedDate> date_line(std::string_view line);

/// A year named in a text: `2023年度` (fiscal), `2023年`, `二〇二三年`.
struct NamedYear {
  int year = 0;
  bool fiscal = false;  ///< 年度 follows
  Span span;
};
std::vector<NamedYear> find_years(std::string_view text);

}  // namespace ziping
