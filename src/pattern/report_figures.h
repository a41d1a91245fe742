#pragma once

#include "base/decimal.h"

#include <optional>
#include <string>

namespace ziping {

/// The figures of a report as a whole, as it states them. Empty where it does not.
struct ReportFigures {
  std::optional<Decimal> self_score;      ///< points
  std::string self_grade;                 ///< the word as printed: 优, 优秀, 良好
  std::optional<Decimal> budget_total;    ///< yuan; the adjusted budget where one is stated
  std::optional<Decimal> spend_total;     ///< yuan
  std::optional<Decimal> execution_rate;  ///< percent
};

}  // namespace ziping
