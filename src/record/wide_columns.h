#pragma once

#include "record/schema.h"

#include <vector>

namespace ziping {

/// A column of wide_reports that holds a concept's figure: that of the report's first record of the concept
/// which is a single value of the year evaluated, in this unit, neither a change nor a figure per person.
struct ConceptColumn {
  const char* concept_code;  ///< budget.central
  Column column;             ///< budget_central
  bool planned;              ///< a plan counts too; else only what was reached, never a target
};
const std::vector<ConceptColumn>& concept_columns();

/// A column of wide_funds: a figure of the first funds row of its source.
struct FundColumn {
  const char* source;  ///< total
  const char* field;   ///< executed
  Column column;       ///< total_executed
};
const std::vector<FundColumn>& fund_columns();

/// Columns of `reports` that stand in both wide tables before those above.
const std::vector<const char*>& report_columns();

}  // namespace ziping
