#include "table_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ziping {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// What every table must keep, whatever is in it.
void expect_sound(const PlacedText& text) {
  for (const PlacedTable& table : text.tables) {
    std::vector<int> owners(static_cast<std::size_t>(table.rows * table.columns));
    for (const PlacedCell& cell : table.cells) {
      for (int row = cell.row; row < cell.row + cell.row_span; ++row)
        for (int column = cell.column; column < cell.column + cell.column_span; ++column)
          ++owners[static_cast<std::size_t>(row * table.columns + column)];
      for (std::uint32_t at = cell.first_line; at < cell.end_line; ++at) {
        EXPECT_EQ(text.lines[at].role, LineRole::cell);
        EXPECT_EQ(text.lines[at].joins_next, at + 1 < cell.end_line);
      }
    }
    EXPECT_THAT(owners, testing::Each(1));
  }
  for (std::size_t at = 1; at < text.lines.size(); ++at)
    EXPECT_EQ(text.lines[at].begin, text.lines[at - 1].end);
}

/// Two rows of two columns at (80, 100), 100 wide and 30 high each.
PageDrawer small_grid() {
  PageDrawer page;
  page.frame(80, 100, 280, 160);
  page.rule(80, 130, 280, 130);
  page.rule(180, 100, 180, 160);
  return page;
}

TEST(Table, EmptyCellsAreCells) {
  PageDrawer page = small_grid();
  page.write(85, 120, "名称", 10);
  page.write(185, 150, "水利局", 10);
  PlacedText text = lay_out_drawn({page});
  ASSERT_THAT(text.tables, SizeIs(1));
  expect_sound(text);
  EXPECT_THAT(cells_of(text, text.tables[0]), ElementsAre("0,0 名称", "0,1 ", "1,0 ", "1,1 水利局"));
  EXPECT_EQ(text.tables[0].confidence, 100);
  EXPECT_FLOAT_EQ(text.tables[0].cells[3].places[0].box.x0, 180);
}

TEST(Table, SquaresWithoutABorderAreOneCell) {
  PageDrawer page;
  page.frame(80, 100, 380, 190);
  page.rule(180, 100, 180, 190);
  page.rule(280, 130, 280, 190);
  page.rule(180, 130, 380, 130);
  page.rule(180, 160, 380, 160);
  page.write(85, 150, "资金", 10);
  page.write(185, 120, "年度", 10);
  PlacedText text = lay_out_drawn({page});
  ASSERT_THAT(text.tables, SizeIs(1));
  expect_sound(text);
  EXPECT_THAT(cells_of(text, text.tables[0]),
              ElementsAre("0,0 3x1 资金", "0,1 1x2 年度", "1,1 ", "1,2 ", "2,1 ", "2,2 "));
}

TEST(Table, CellsAreMadeRectangles) {
  PageDrawer page = small_grid();
  page.page().rules.clear();
  page.frame(80, 100, 280, 160);
  page.rule(180, 100, 180, 130);
  page.rule(80, 130, 130, 130);  // half of the border: the class of three squares is no rectangle
  page.rule(180, 130, 280, 130);
  page.write(85, 120, "上", 10);
  page.write(85, 150, "下", 10);
  PlacedText text = lay_out_drawn({page});
  ASSERT_THAT(text.tables, SizeIs(1));
  expect_sound(text);
  EXPECT_THAT(cells_of(text, text.tables[0]), ElementsAre("0,0 上", "0,1 ", "1,0 1x2 下"));
  EXPECT_LT(text.tables[0].confidence, 100);
}

TEST(Table, DoubleAndDriftingBordersAreOne) {
  PageDrawer page;
  page.frame(80, 100, 280, 160);
  page.frame(80.5F, 100.5F, 279.5F, 159.5F);
  page.rule(80, 130, 280, 130);
  page.rule(180, 100, 180, 130);
  page.rule(181.3F, 130, 181.3F, 160);
  page.write(85, 120, "一", 10);
  PlacedText text = lay_out_drawn({page});
  ASSERT_THAT(text.tables, SizeIs(1));
  EXPECT_EQ(text.tables[0].columns, 2);
  EXPECT_EQ(text.tables[0].rows, 2);
}

TEST(Table, OpenSidesAreClosed) {
  PageDrawer page;  // no vertical rules left and right
  for (float y : {100.0F, 130.0F, 160.0F}) page.rule(80, y, 380, y);
  page.rule(180, 100, 180, 160);
  page.rule(280, 100, 280, 160);
  page.write(85, 120, "左", 10);
  page.write(300, 150, "右", 10);
  PlacedText text = lay_out_drawn({page});
  ASSERT_THAT(text.tables, SizeIs(1));
  EXPECT_THAT(cells_of(text, text.tables[0]),
              ElementsAre("0,0 左", "0,1 ", "0,2 ", "1,0 ", "1,1 ", "1,2 右"));
}

TEST(Table, FramesUnderlinesAndEmptyGridsAreNone) {
  PageDrawer page;
  page.frame(40, 40, 555, 800);  // around the page
  page.write(80, 100, "鹤渚县水利局", 10);
  page.rule(80, 103, 140, 103);
  page.rule(80, 70, 500, 70);  // red line of a document head
  page.frame(300, 600, 400, 660);
  page.rule(300, 630, 400, 630);
  EXPECT_THAT(lay_out_drawn({page}).tables, IsEmpty());
}

TEST(Table, HorizontalRulesAloneMakeATable) {
  PageDrawer page;
  for (float y : {100.0F, 124.0F, 190.0F}) page.rule(80, y, 400, y);
  const char* rows[][3] = {
      {"指标", "目标", "完成"}, {"渠道", "36", "35"}, {"水闸", "12", "12"}, {"培训", "4", "5"}};
  for (int row = 0; row < 4; ++row)
    for (int column = 0; column < 3; ++column)
      page.write(90 + 110 * static_cast<float>(column), 116 + 22 * static_cast<float>(row), rows[row][column],
                 10);
  PlacedText text = lay_out_drawn({page});
  ASSERT_THAT(text.tables, SizeIs(1));
  expect_sound(text);
  EXPECT_EQ(text.tables[0].rows, 4);
  EXPECT_THAT(cells_of(text, text.tables[0]), testing::Contains("2,1 12"));
}

TEST(Table, ProseBetweenRulesIsNoTable) {
  PageDrawer page;
  for (float y : {100.0F, 140.0F, 200.0F}) page.rule(80, y, 500, y);
  for (int line = 0; line < 4; ++line)
    page.write(80, 115 + 22 * static_cast<float>(line),
               "全县农村供水工程维修养护资金按照年初预算安排执行并接", 15);
  EXPECT_THAT(lay_out_drawn({page}).tables, IsEmpty());
}

TEST(Table, TextOfAnotherDirectionBelongsToItsCell) {
  PageDrawer page = small_grid();
  page.write(185, 120, "数量指标", 10);
  float y = 103;
  for (char32_t ch : std::u32string(U"绩效")) {
    page.page().glyphs.push_back({ch, {110, y, 122, y + 12}, 116, y, 12, -90});
    y += 12;
  }
  PlacedText text = lay_out_drawn({page});
  ASSERT_THAT(text.tables, SizeIs(1));
  expect_sound(text);
  EXPECT_THAT(cells_of(text, text.tables[0]), ElementsAre("0,0 绩效", "0,1 数量指标", "1,0 ", "1,1 "));
}

TEST(Table, UprightCharactersInColumnsFromRightToLeft) {
  PageDrawer page = small_grid();
  const std::pair<float, const char*> column[] = {{109, "成"}, {117, "本"}, {125, "指"}};
  for (auto [y, character] : column) page.write(108, y, character, 8);
  page.write(97, 109, "标", 8);
  EXPECT_EQ(cells_of(lay_out_drawn({page}), lay_out_drawn({page}).tables.at(0)).front(), "0,0 成本指标");
}

TEST(Table, TouchingFormsPartAtTheTitle) {
  PageDrawer page;
  page.frame(80, 100, 380, 280);
  for (float y : {130.0F, 160.0F, 190.0F, 220.0F, 250.0F}) page.rule(80, y, 380, y);
  page.rule(180, 100, 180, 190);
  page.rule(240, 220, 240, 280);
  const char* labels[] = {"项目名称", "主管部门", "实施单位", "项目支出绩效自评表", "项目名称", "主管部门"};
  for (int row = 0; row < 6; ++row) page.write(85, 120 + 30 * static_cast<float>(row), labels[row], 10);
  PlacedText text = lay_out_drawn({page});
  ASSERT_THAT(text.tables, SizeIs(2));
  expect_sound(text);
  EXPECT_EQ(text.tables[0].rows, 3);
  EXPECT_EQ(text.tables[1].columns, 2);
  EXPECT_EQ(cells_of(text, text.tables[1])[0], "0,0 1x2 项目支出绩效自评表");
}

TEST(Table, TextOverABorderLowersConfidence) {
  PageDrawer page = small_grid();
  page.write(172, 120, "越界", 16);
  EXPECT_LT(lay_out_drawn({page}).tables.at(0).confidence, 100);
}

}  // namespace
}  // namespace ziping
