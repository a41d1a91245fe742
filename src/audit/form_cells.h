#pragma once

#include "audit/ledger.h"

#include <optional>
#include <vector>

namespace ziping {

/// The cell of a row of a form that holds a column; unknown where the form has none.
CellId cell_of(const Form& form, bool funds, int row, ColumnRole role);

/// The value of a cell as a figure; empty where the form states none there.
std::optional<Fact> fund_fact(const Ledger& ledger, const Form& form, int row, ColumnRole role);
std::optional<Fact> indicator_fact(const Ledger& ledger, const Form& form, int row, ColumnRole role);
std::optional<Fact> total_fact(const Ledger& ledger, const Form& form, ColumnRole role);
/// What a target or actual cell states, where it is one number.
std::optional<Fact> stated_fact(const Ledger& ledger, const StatedValue& stated);

/// Index of the row 年度资金总额; -1 where the form has none.
int total_row(const Form& form);

/// The weights or scores of a form: its indicators', a cell that several rows share once, and that of the
/// funds' total row.
struct Points {
  std::vector<Fact> indicators;
  std::optional<Fact> budget;
  bool whole = true;  ///< every indicator that has a weight has this too

  Decimal sum() const;  ///< of the indicators
};
Points points_of(const Ledger& ledger, const Form& form, ColumnRole role);

}  // namespace ziping
