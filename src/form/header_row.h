#pragma once

#include "form/table_words.h"

#include <optional>
#include <vector>

namespace ziping {

enum class BlockType { funds, tasks, goals, indicators };

/// A column of a block, as its header says.
struct HeaderColumn {
  ColumnRole role = ColumnRole::none;
  ColumnRange range;
  int cell = -1;  ///< the header cell
};

/// The header of a block: one row, or two where columns are grouped under a common head.
struct Header {
  BlockType type = BlockType::funds;
  int row = 0, end_row = 0;
  std::vector<HeaderColumn> columns;  ///< from left to right, each role once

  /// The column of a role; null where the block has none.
  const HeaderColumn* column(ColumnRole role) const;
  bool has(ColumnRole role) const { return column(role) != nullptr; }
};

/// Reads the header of a block that begins at `row`; empty where none does.
std::optional<Header> read_header(const TableWords& words, int row);

}  // namespace ziping
