#include "layout/layout.h"
#include "support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ziping {
namespace {

using testing::ElementsAre;

constexpr char kFull[] = "全县农村供水工程维修养护资金按照年初预算安排执行并接受监";  // 28 characters
constexpr char kIndented[] = "全县农村供水工程维修养护资金按照年初预算安排执行并接";  // 26 characters

PlacedText placed(const std::vector<Page>& pages, bool ocr = false) {
  SourceDocument source;
  source.media_type = "application/pdf";
  source.text_source = ocr ? TextSource::ocr_layer : TextSource::pdf;
  source.pages = pages;
  return lay_out(source);
}

PlacedText placed(PageDrawer& drawer, bool ocr = false) {
  return placed(std::vector<Page>{drawer.page()}, ocr);
}

TEST(PageLayout, JoinsIndentedParagraphs) {
  PageDrawer page;
  float y = 100;
  for (int paragraph = 0; paragraph < 4; ++paragraph) {
    page.write(110, y, kIndented);
    page.write(80, y + 28, kFull);
    page.write(80, y + 56, "到位。");
    y += 84;
  }
  PlacedText text = placed(page);
  EXPECT_EQ(text.lines.size(), 12u);
  EXPECT_THAT(paragraphs_of(text), testing::Each(std::string(kIndented) + kFull + "到位。"));
  EXPECT_EQ(paragraphs_of(text).size(), 4u);
}

TEST(PageLayout, JoinsAcrossPagesPastTheNumber) {
  PageDrawer one(1), two(2);
  one.write(110, 700, kIndented);
  one.write(80, 728, kFull);
  one.write(280, 800, "— 1 —", 12);
  two.write(80, 100, "督检查。");
  two.write(110, 128, "二、成效");
  two.write(280, 800, "— 2 —", 12);
  PlacedText text = placed({one.page(), two.page()});
  EXPECT_THAT(paragraphs_of(text), ElementsAre(std::string(kIndented) + kFull + "督检查。", "二、成效"));
  EXPECT_THAT(furniture_of(text), ElementsAre("— 1 —", "— 2 —"));
}

TEST(PageLayout, SetsRepeatedHeadsAside) {
  std::vector<Page> pages;
  for (int number = 1; number <= 3; ++number) {
    PageDrawer page(number);
    page.write(200, 50, "鹤渚县2023年度绩效自评", 10);
    page.write(110, 100, "供水绩效自评报告", 22);
    page.write(110, 150, kIndented);
    pages.push_back(page.page());
  }
  PlacedText text = placed(pages);
  EXPECT_EQ(furniture_of(text).size(), 3u);
  EXPECT_EQ(paragraphs_of(text).size(), 6u);
}

TEST(PageLayout, PutsAPrintedLineTogether) {
  PageDrawer page;
  page.write(80, 101.5F, "结余 ", 15, 0.004F);
  page.write(125, 103, "30.5 ", 15, 0.004F);
  page.write(165, 98.5F, "万元。", 15, 0.004F);
  page.write(80, 130, "支出", 15, 0.004F);
  EXPECT_THAT(paragraphs_of(placed(page, true)), ElementsAre("结余 30.5 万元。", "支出"));
}

TEST(PageLayout, OverlappingWordBoxesOfAnOcrLayerAreOneLine) {
  PageDrawer page;
  page.write(80, 100, "支出 ");
  for (char32_t ch : U"2023 ") page.page().glyphs.push_back({ch, {130, 87, 190, 102}, 130, 100, 15});
  page.write(160, 100, "年度");
  EXPECT_THAT(paragraphs_of(placed(page, true)), ElementsAre(testing::StartsWith("支出 2023")));
}

TEST(PageLayout, WritesSpacesForGapsThatMeanSomething) {
  PageDrawer page;
  page.write(page.write(80, 100, "姓名") + 45, 100, "电话");
  page.write(page.write(80, 130, "医保") + 6, 130, "政策");
  page.write(page.write(80, 160, "DRG") + 5, 160, "2.0");
  PlacedText text = placed(page);
  EXPECT_THAT(paragraphs_of(text), ElementsAre("姓名 电话", "医保政策", "DRG 2.0"));
  EXPECT_FLOAT_EQ(text.boxes[2].x0, 110);
  EXPECT_FLOAT_EQ(text.boxes[2].x1, 155);
}

TEST(PageLayout, SpreadOutLinesHaveNoFields) {
  PageDrawer page;
  float x = 80;
  for (const char* ch : {"项", "目", "名", "称"}) x = page.write(x, 100, ch) + 40;
  EXPECT_THAT(paragraphs_of(placed(page)), ElementsAre("项目名称"));
}

TEST(PageLayout, ReadsColumnsOneAfterTheOther) {
  PageDrawer page;
  for (int line = 0; line < 12; ++line) {
    float y = 100 + 25 * static_cast<float>(line);
    page.write(60, y, "左栏正文左栏正文左栏正文左栏");
    page.write(310, y, "右栏正文右栏正文右栏正文右栏");
  }
  std::vector<std::string> text = paragraphs_of(placed(page));
  std::string all;
  for (const std::string& paragraph : text) all += paragraph;
  EXPECT_LT(all.rfind("左栏"), all.find("右栏"));
}

TEST(PageLayout, SortsAStreamThatJumps) {
  PageDrawer page;
  page.write(80, 300, "四。");
  page.write(80, 100, "一。");
  page.write(80, 250, "三。");
  page.write(80, 150, "二。");
  page.write(80, 400, "六。");
  page.write(80, 350, "五。");
  EXPECT_THAT(paragraphs_of(placed(page)), ElementsAre("一。", "二。", "三。", "四。", "五。", "六。"));
}

TEST(PageLayout, TablesGoCellByCell) {
  PageDrawer page;
  page.write(80, 90, "单位：万元");
  page.frame(80, 100, 380, 200);
  page.rule(180, 100, 180, 200);
  page.rule(280, 150, 280, 200);
  page.rule(80, 150, 380, 150);
  page.write(85, 120, "年度资");
  page.write(185, 125, "全年预算数");
  page.write(85, 140, "金总额");
  page.write(85, 180, "其中");
  page.write(185, 180, "12");
  page.write(285, 170, "34");
  page.write(285, 190, "56");
  page.write(80, 230, "说明");
  PlacedText text = placed(page);
  EXPECT_THAT(paragraphs_of(text),
              ElementsAre("单位：万元", "年度资金总额", "全年预算数", "其中", "12", "3456", "说明"));
  EXPECT_EQ(text.lines[1].role, LineRole::cell);
  EXPECT_EQ(text.lines.back().role, LineRole::body);
}

TEST(PageLayout, DottedRulesMakeATable) {
  PageDrawer page;
  auto dots = [&](float x0, float y0, float x1, float y1) {
    for (float x = x0, y = y0; x <= x1 && y <= y1; (x1 > x0 ? x : y) += 1.5F) page.rule(x, y, x + 0.7F, y);
  };
  for (float y : {100.0F, 150.0F, 200.0F}) dots(80, y, 380, y);
  for (float x : {80.0F, 230.0F, 380.0F}) dots(x, 100, x, 200);
  page.write(85, 120, "甲");
  page.write(85, 140, "乙");
  page.write(235, 130, "丙");
  page.write(85, 180, "丁");
  EXPECT_THAT(paragraphs_of(placed(page)), ElementsAre("甲乙", "丙", "丁"));
}

TEST(PageLayout, TwoNumbersInACellAreNotOne) {
  PageDrawer page;
  page.frame(80, 100, 380, 200);
  page.rule(230, 100, 230, 200);
  page.write(85, 120, "12");
  page.write(85, 140, "34");
  page.write(235, 120, "411234567890123456", 15);
  page.write(235, 140, "7.89", 15);
  PlacedText text = placed(page);
  EXPECT_THAT(paragraphs_of(text), ElementsAre("1234", "4112345678901234567.89"));
  EXPECT_TRUE(text.lines[0].ends_number);
  EXPECT_FALSE(text.lines[2].ends_number);
}

TEST(PageLayout, JoinsTitlesButNotTheOfficeAbove) {
  PageDrawer page;
  page.write(220, 120, "鹤渚县水利局", 22);
  page.write(120, 160, "农村供水工程维修养护项目资金绩", 22);
  page.write(250, 190, "效自评报告", 22);
  page.write(235, 220, "（2023年度）", 22);
  for (int line = 0; line < 6; ++line) page.write(80, 300 + 28 * static_cast<float>(line), kFull);
  std::vector<std::string> text = paragraphs_of(placed(page));
  ASSERT_GE(text.size(), 3u);
  EXPECT_EQ(text[0], "鹤渚县水利局");
  EXPECT_EQ(text[1], "农村供水工程维修养护项目资金绩效自评报告");
  EXPECT_EQ(text[2], "（2023年度）");
}

TEST(PageLayout, ReadsTurnedPages) {
  PageDrawer page;
  auto write_up = [&](float x, std::string_view text) {
    float y = 500;
    for (char32_t ch : to_utf32(text)) {
      page.page().glyphs.push_back({ch, {x - 13, y - 15, x + 2, y}, x, y, 15, 90});
      y -= 15;
    }
  };
  write_up(100, "第一行。");
  write_up(130, "第二行。");
  EXPECT_THAT(paragraphs_of(placed(page)), ElementsAre("第一行。", "第二行。"));
}

TEST(PageLayout, EmptyPagesGiveNothing) {
  EXPECT_TRUE(placed(std::vector<Page>{}).lines.empty());
  EXPECT_TRUE(placed(std::vector<Page>{Page{}}).chars.empty());
}

}  // namespace
}  // namespace ziping
