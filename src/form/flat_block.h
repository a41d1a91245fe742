#pragma once

#include "form/flat_goals.h"
#include "form/flat_header.h"
#include "form/flat_rows.h"

#include <vector>

namespace ziping {

/// A label of a form's head or goals, and what stands behind it.
struct FlatField {
  WordRange label, value;
};

/// A block of a form.
struct FlatBlock {
  FlatHeader header;              ///< no cells where the block has no header row
  std::vector<int> body;          ///< words of its rows; repeated headers left out
  WordRange total;                ///< the total row, from its label on
  std::vector<FlatField> fields;  ///< of a block of labels and values instead
  bool opens_form = false;        ///< first block of a form

  std::vector<ColumnRole> roles;  ///< of its columns: the header cells, behind them that of row labels
  std::vector<FlatRow> rows;
  GoalTexts goals;

  int begin() const { return fields.empty() ? header.words.begin : fields.front().label.begin; }
  /// Fills `roles` from the header.
  void name_columns();
};

}  // namespace ziping
