#include "table_support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ziping {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::SizeIs;

constexpr float kXs[] = {60, 120, 260, 400, 540};

/// Draws rows of a table with columns at kXs; each row 40 high, from `top`.
class TableDrawer {
 public:
  TableDrawer(int number, float top) : page(number), top_(top), y_(top) {}

  /// A row of four texts; `closed`: its lower border is drawn from column 1 on, or at all.
  void row(const std::vector<std::string>& texts, bool closed = true, int from = 0) {
    for (std::size_t at = 0; at < texts.size(); ++at) page.write(kXs[at] + 5, y_ + 25, texts[at], 10);
    y_ += 40;
    if (closed) page.rule(kXs[from], y_, kXs[4], y_);
  }
  /// A row whose cells hold two lines each.
  void high_row(const std::vector<std::string>& first, const std::vector<std::string>& second, bool closed) {
    for (std::size_t at = 0; at < first.size(); ++at) page.write(kXs[at] + 5, y_ + 15, first[at], 10);
    for (std::size_t at = 0; at < second.size(); ++at) page.write(kXs[at] + 5, y_ + 35, second[at], 10);
    y_ += 40;
    if (closed) page.rule(kXs[0], y_, kXs[4], y_);
  }
  void finish(bool top_border = true) {
    for (float x : kXs) page.rule(x, top_, x, y_);
    if (top_border) page.rule(kXs[0], top_, kXs[4], top_);
  }

  PageDrawer page;

 private:
  float top_, y_;
};

PlacedText join(TableDrawer& one, TableDrawer& two) {
  return lay_out_drawn({one.page, two.page});
}

TEST(TableJoins, OpenBordersCutARow) {
  TableDrawer one(1, 600), two(2, 60);
  one.row({"数量", "渠道衬砌", "36", "无"});
  one.row({"质量", "单元工程合格", "100", "汛期降雨偏多，"}, false);
  one.finish();
  two.row({"", "", "", "工期顺延。"});
  two.row({"时效", "完工时间", "12", "无"});
  two.finish(false);
  one.page.write(280, 800, "— 1 —", 10);
  two.page.write(280, 800, "— 2 —", 10);
  PlacedText text = join(one, two);
  ASSERT_THAT(text.tables, SizeIs(1));
  const PlacedTable& table = text.tables[0];
  EXPECT_THAT(
      cells_of(text, table),
      ElementsAre("0,0 数量", "0,1 渠道衬砌", "0,2 36", "0,3 无", "1,0 质量", "1,1 单元工程合格", "1,2 100",
                  "1,3 汛期降雨偏多，工期顺延。", "2,0 时效", "2,1 完工时间", "2,2 12", "2,3 无"));
  ASSERT_THAT(table.parts, SizeIs(2));
  EXPECT_EQ(table.parts[1].join, PageJoin::open_border);
  EXPECT_EQ(table.parts[1].first_row, 1);
  EXPECT_THAT(table.cells[7].places, SizeIs(2));
  EXPECT_THAT(paragraphs_of(text), Contains("汛期降雨偏多，工期顺延。"));
}

TEST(TableJoins, ADrawnBorderEndsItsCellWhereOthersStayOpen) {
  TableDrawer one(1, 600), two(2, 60);
  one.row({"产出", "渠道衬砌", "36", "无"}, true, 1);
  one.row({"", "单元工程合格", "100", "无"}, true, 1);
  one.finish();
  two.row({"", "完工时间", "12", "无"}, true, 1);
  two.row({"效益", "受益农户", "9", "无"});
  two.page.rule(kXs[0], 100, kXs[1], 100);
  two.finish(false);
  PlacedText text = join(one, two);
  ASSERT_THAT(text.tables, SizeIs(1));
  EXPECT_EQ(text.tables[0].rows, 4);
  EXPECT_THAT(cells_of(text, text.tables[0]), Contains("0,0 3x1 产出"));
  EXPECT_THAT(cells_of(text, text.tables[0]), Contains("2,1 完工时间"));
}

TEST(TableJoins, ARepeatedHeaderIsDropped) {
  TableDrawer one(1, 600), two(2, 60);
  one.row({"指标", "名称", "目标值", "原因"});
  one.row({"数量", "渠道衬砌", "36", "无"});
  one.finish();
  two.row({"指标", "名称", "目标值", "原因"});
  two.row({"时效", "完工时间", "12", "无"});
  two.finish();
  PlacedText text = join(one, two);
  ASSERT_THAT(text.tables, SizeIs(1));
  EXPECT_EQ(text.tables[0].rows, 3);
  EXPECT_EQ(text.tables[0].parts[1].join, PageJoin::repeated_header);
  EXPECT_THAT(furniture_of(text), ElementsAre("指标", "名称", "目标值", "原因"));
}

TEST(TableJoins, ClosedBordersCutARowThatIsFilledDownToTheBreak) {
  TableDrawer one(1, 600), two(2, 60);
  one.row({"数量", "渠道衬砌长度", "36", "无"});
  one.row({"数量", "水闸座数", "12", "无"});
  one.high_row({"质量", "单元工程合格", "100", "汛期降雨偏多影响施工窗口"},
               {"", "", "", "不足部分点位推迟到次年一"}, true);
  one.finish();
  two.row({"", "", "", "季度完成。"});
  two.row({"时效", "完工时间", "12", "无"});
  two.finish();
  PlacedText text = join(one, two);
  ASSERT_THAT(text.tables, SizeIs(1));
  EXPECT_EQ(text.tables[0].rows, 4);
  EXPECT_EQ(text.tables[0].parts[1].join, PageJoin::likeness);
  EXPECT_THAT(cells_of(text, text.tables[0]),
              Contains("2,3 汛期降雨偏多影响施工窗口不足部分点位推迟到次年一季度完成。"));
}

TEST(TableJoins, ClosedBordersBetweenRowsCutNothing) {
  TableDrawer one(1, 600), two(2, 60);
  one.row({"数量", "渠道衬砌长度", "36", "无"});
  one.row({"数量", "水闸座数", "12", "无"});
  one.finish();
  two.row({"质量", "单元工程合格", "100", "无"});
  two.finish();
  PlacedText text = join(one, two);
  ASSERT_THAT(text.tables, SizeIs(1));
  EXPECT_EQ(text.tables[0].rows, 3);
  EXPECT_THAT(cells_of(text, text.tables[0]), Contains("2,1 单元工程合格"));
}

TEST(TableJoins, ALabelCutInTwoIsOne) {
  TableDrawer one(1, 600), two(2, 60);
  one.row({"数量指标", "渠道衬砌长度", "36", "无"});
  one.row({"质量指标", "水闸座数", "12", "无"});
  one.row({"村满意度指", "村民满意度", "90", "无"});
  one.finish();
  two.row({"标", "村干部满意度", "95", "无"});
  two.finish();
  PlacedText text = join(one, two);
  ASSERT_THAT(text.tables, SizeIs(1));
  EXPECT_THAT(cells_of(text, text.tables[0]), Contains("2,0 2x1 村满意度指标"));
  EXPECT_THAT(cells_of(text, text.tables[0]), Contains("3,1 村干部满意度"));
}

TEST(TableJoins, ATitleOrAnotherFormPartsTables) {
  for (const char* title : {"项目支出绩效自评表", ""}) {
    TableDrawer one(1, 600), two(2, 80);
    one.row({"数量", "渠道衬砌长度", "36", "无"});
    one.row({"数量", "水闸座数", "12", "无"});
    one.finish();
    if (*title) two.page.write(220, 60, title, 16);
    two.row({*title ? "部门" : "项目名称", "水利局", "2023", "无"});
    two.row({"数量", "水闸座数", "12", "无"});
    two.finish();
    EXPECT_THAT(join(one, two).tables, SizeIs(2)) << title;
  }
}

TEST(TableJoins, AContinuationMarkDoesNotPart) {
  TableDrawer one(1, 600), two(2, 80);
  one.row({"数量", "渠道衬砌长度", "36", "无"});
  one.row({"数量", "水闸座数", "12", "无"});
  one.finish();
  two.page.write(220, 60, "项目支出绩效自评表（续）", 16);
  two.row({"质量", "单元工程合格", "100", "无"});
  two.finish();
  EXPECT_THAT(join(one, two).tables, SizeIs(1));
}

TEST(TableJoins, GoesOnOverThreePages) {
  TableDrawer one(1, 600), two(2, 60), three(3, 60);
  one.row({"产出", "渠道衬砌", "36", "无"}, true, 1);
  one.finish();
  two.row({"", "水闸座数", "12", "无"}, true, 1);
  two.row({"", "单元工程合格", "100", "无"}, true, 1);
  two.finish(false);
  three.row({"", "完工时间", "12", "无"});
  three.finish(false);
  PlacedText text = lay_out_drawn({one.page, two.page, three.page});
  ASSERT_THAT(text.tables, SizeIs(1));
  EXPECT_THAT(text.tables[0].parts, SizeIs(3));
  EXPECT_THAT(cells_of(text, text.tables[0]), Contains("0,0 4x1 产出"));
  EXPECT_THAT(text.tables[0].cells[0].places, SizeIs(3));
}

}  // namespace
}  // namespace ziping
