// Parts of a table on later pages that lack an outer column.
#include "layout/outer_columns.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

/// A part of two rows with a cell for each square.
TableDraft part_of(std::vector<float> xs) {
  TableDraft part;
  part.grid.xs = std::move(xs);
  part.grid.ys = {50, 100, 150};
  for (int row = 0; row < 2; ++row)
    for (int column = 0; column < part.grid.columns(); ++column) {
      GridCell cell;
      cell.row = row;
      cell.column = column;
      part.grid.owners.push_back(static_cast<int>(part.grid.cells.size()));
      part.grid.cells.push_back(cell);
      part.lines.push_back(
          {static_cast<std::uint32_t>(part.lines.size()), static_cast<std::uint32_t>(part.lines.size()) + 1});
    }
  return part;
}

const std::vector<float> kTable = {60, 85, 120, 200, 300};

TEST(OuterColumns, ALackingLeftColumnIsAddedAsOneOpenCell) {
  TableDraft part = part_of({85.5F, 120, 200, 300});
  add_outer_columns(kTable, part);
  ASSERT_EQ(part.grid.columns(), 4);
  const GridCell& added = part.grid.cells.front();
  EXPECT_TRUE(added.open_top && added.open_bottom && added.open_left);
  EXPECT_EQ(added.row_span, 2);
  EXPECT_TRUE(part.lines.front().empty());
  EXPECT_EQ(part.grid.cell_at(100, 120), 4);
  EXPECT_EQ(part.lines[4].first, 3U);
}

TEST(OuterColumns, ALackingRightColumnToo) {
  TableDraft part = part_of({60, 85, 120, 200});
  add_outer_columns(kTable, part);
  ASSERT_EQ(part.grid.columns(), 4);
  EXPECT_EQ(part.grid.cell_at(250, 70), 3);
  EXPECT_EQ(part.grid.cell_at(250, 120), 3);
  EXPECT_EQ(part.grid.cell_at(70, 120), 4);
  EXPECT_TRUE(part.lines[3].empty());
}

TEST(OuterColumns, WhatIsWholeOrOtherwiseRuledStays) {
  for (std::vector<float> xs :
       {std::vector<float>{60, 85, 120, 200, 300}, std::vector<float>{90, 150, 180, 300},
        std::vector<float>{70, 120, 200, 300}}) {
    TableDraft part = part_of(xs);
    add_outer_columns(kTable, part);
    EXPECT_EQ(part.grid.xs, xs);
  }
}

}  // namespace
}  // namespace ziping
