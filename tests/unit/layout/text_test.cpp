#include "layout/layout.h"
#include "support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ziping {
namespace {

using testing::ElementsAre;

PlacedText placed(const std::string& text) {
  SourceDocument source;
  source.text = text;
  return lay_out(source);
}

TEST(TextLayout, KeepsLineAndColumn) {
  PlacedText text = placed("\n  供水工程\n\n\f二、支出\n");
  ASSERT_EQ(text.lines.size(), 2u);
  EXPECT_EQ(text.lines[0].number, 2);
  EXPECT_EQ(text.lines[0].page, 1);
  EXPECT_EQ(text.lines[1].number, 4);
  EXPECT_EQ(text.lines[1].page, 2);
  EXPECT_EQ(to_utf8(text.chars.substr(0, text.lines[0].end)), "  供水工程");
  EXPECT_EQ(text.line_of(text.lines[1].begin).number, 4);
}

TEST(TextLayout, JoinsWhatAPageBreakHasCut) {
  EXPECT_THAT(
      paragraphs_of(placed("各镇按照实施方案开展管网改造，全部资金统筹使\n\n用，专款专用。\n\n二、成效\n")),
      ElementsAre("各镇按照实施方案开展管网改造，全部资金统筹使用，专款专用。", "二、成效"));
  EXPECT_THAT(paragraphs_of(placed("此项经费按年初批复执行，截至 2023 年 12 月\n\n31日，已支付8万元。\n")),
              ElementsAre("此项经费按年初批复执行，截至 2023 年 12 月31日，已支付8万元。"));
  EXPECT_THAT(paragraphs_of(placed("进一步完善了农村供水工程的长效管护机制\n\n的作用明显。\n")),
              ElementsAre("进一步完善了农村供水工程的长效管护机制的作用明显。"));
}

TEST(TextLayout, KeepsCoverHeadingsAndSignOffApart) {
  EXPECT_THAT(
      paragraphs_of(placed(
          "项目名称：2022年中央和省级财政农村供水工程维修养护补\n助资金\n\n项目单位：（公章）鹤渚县水利局\n"
          "(主管部门)\n\n填报人：某某\n\n填报日期：2024.3.1\n")),
      ElementsAre("项目名称：2022年中央和省级财政农村供水工程维修养护补助资金",
                  "项目单位：（公章）鹤渚县水利局", "(主管部门)", "填报人：某某", "填报日期：2024.3.1"));
  EXPECT_THAT(paragraphs_of(placed(
                  "（一）中央、省、市下达农村供水工程补助资金预算和绩效目标情况\n\n2023年，下达资金。\n\n"
                  "鹤渚县水利局\n2024年8月9日\n")),
              ElementsAre("（一）中央、省、市下达农村供水工程补助资金预算和绩效目标情况",
                          "2023年，下达资金。", "鹤渚县水利局", "2024年8月9日"));
  EXPECT_THAT(
      paragraphs_of(placed("建议系统继续完善，让更多困难群众能够及时享受补助待遇\n\n供水项目绩效自评报告\n")),
      ElementsAre("建议系统继续完善，让更多困难群众能够及时享受补助待遇", "供水项目绩效自评报告"));
}

TEST(TextLayout, JoinsATitleInTwoLines) {
  EXPECT_THAT(paragraphs_of(placed("2023年度农村供水工程维修养护\n项目支出绩效自评报告\n\n鹤渚县水利局\n")),
              ElementsAre("2023年度农村供水工程维修养护项目支出绩效自评报告", "鹤渚县水利局"));
  EXPECT_THAT(paragraphs_of(placed("无\n\n附件 5\n财政支出项目绩效自评报告\n")),
              ElementsAre("无", "附件 5", "财政支出项目绩效自评报告"));
}

TEST(TextLayout, KeepsASignOffApart) {
  EXPECT_THAT(paragraphs_of(placed(
                  "附件：2023年农村供水工程维修养护补助资金绩效目标自评表（略）\n鹤渚县水利局\n2024年3月\n")),
              ElementsAre("附件：2023年农村供水工程维修养护补助资金绩效目标自评表（略）", "鹤渚县水利局",
                          "2024年3月"));
}

TEST(TextLayout, JoinsHardWrappedLines) {
  std::string full = "全县农村供水工程维修养护资金按照年初预算安排执行并接受监督检";
  std::string text;
  for (int paragraph = 0; paragraph < 5; ++paragraph) text += "    " + full + "\n" + full + "查\n到位。\n";
  PlacedText wrapped = placed(text);
  EXPECT_EQ(paragraphs_of(wrapped).size(), 5u);
}

TEST(TextLayout, SetsPageNumbersAside) {
  PlacedText text = placed("资金到位。\n— 3 —\n资金支出。\n\n第 4 页 共 23 页\n\n成效。\n");
  EXPECT_THAT(furniture_of(text), ElementsAre("— 3 —", "第 4 页 共 23 页"));
  EXPECT_EQ(paragraphs_of(text).size(), 3u);
}

TEST(TextLayout, BareNumbersNeedASequence) {
  std::string page;
  for (int line = 0; line < 8; ++line) page += "工程按期完成。\n";
  PlacedText counted = placed(page + "\n1\n\n" + page + "\n2\n\n" + page + "\n3\n\n");
  EXPECT_EQ(furniture_of(counted).size(), 3u);
  PlacedText cells = placed("数量指标\n\n1\n\n2\n\n3\n\n质量指标\n");
  EXPECT_TRUE(furniture_of(cells).empty());
}

TEST(TextLayout, HeadsRepeatAtFormFeedsHeadingsDoNotCount) {
  std::string text;
  for (int page = 0; page < 4; ++page) text += "鹤渚县绩效自评汇编\n二、自评情况\n工程按期完成。\n\f";
  PlacedText heads = placed(text);
  EXPECT_EQ(furniture_of(heads).size(), 4u);
  EXPECT_EQ(furniture_of(heads)[0], "鹤渚县绩效自评汇编");
  std::string bundle;
  for (int page = 0; page < 4; ++page) bundle += "二、自评情况\n工程按期完成。\n\f";
  EXPECT_TRUE(furniture_of(placed(bundle)).empty());
}

TEST(TextLayout, ALoneNumberBelongsToTheNextLine) {
  EXPECT_THAT(paragraphs_of(placed("1.\n加强监管。\n2.\n及时拨付。\n")),
              ElementsAre("1.加强监管。", "2.及时拨付。"));
}

TEST(TextLayout, TableRowsStayApart) {
  PlacedText text = placed("年度资金总额 | 9.48 | 9.48 | 100% |\n其他资金\t0\t0\n");
  EXPECT_EQ(text.lines[0].role, LineRole::cell);
  EXPECT_EQ(text.lines[1].role, LineRole::cell);
  EXPECT_EQ(
      paragraphs_of(
          placed("一级指标\n产出指标\n数量指标\n维修养护供水工程处数不少于年初计划数\n28\n28\n10\n10\n"))
          .size(),
      8u);
}

}  // namespace
}  // namespace ziping
