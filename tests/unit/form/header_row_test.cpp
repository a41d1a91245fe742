// Header cells and the columns that they head.
#include "form/header_row.h"

#include "support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ziping {
namespace {

std::string header_of(std::string_view drawing, int row = 0, bool ocr = false) {
  ExampleTable drawn = read_example_table(drawing);
  drawn.table.ocr = ocr;
  TableWords words(drawn.table, testing::patterns().form_words());
  auto header = read_header(words, row);
  if (!header) return "none";
  std::string text;
  for (const HeaderColumn& column : header->columns)
    text += std::string(name_of(column.role)) + "@" + std::to_string(column.range.begin) + " ";
  return text + "body " + std::to_string(header->end_row);
}

TEST(Headers, OneRow) {
  EXPECT_EQ(header_of("| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |\n"),
            "level1@0 level2@1 level3@2 target@3 actual@4 weight@5 score@6 body 1");
  EXPECT_EQ(header_of("| 年度预算数（万元） | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 |\n| 总额 | "
                      "1 | 1 | 1 | 1 |"),
            "source@0 initial@1 adjusted@2 executed@3 rate@4 body 1");
  EXPECT_EQ(header_of("| | 预算数 | 调整预算数 | 执行数 |\n"), "initial@1 adjusted@2 executed@3 body 1");
}

TEST(Headers, TwoRows) {
  EXPECT_EQ(
      header_of("| 三级指标 | 年度指标值 | < | < | 完成值 |\n| ^ | 指标性质 | 指标值 | 度量单位 | ^ |\n"),
      "level3@0 nature@1 target@2 unit@3 actual@4 body 2");
}

TEST(Headers, AScoreWhoseHeaderAnOcrLayerLost) {
  const char* drawing =
      "| 三级指标 | 指标值 | 完成值 | 分值 | 原因 |\n| 修路 | 3公里 | 3公里 | 10 | 10 |\n| 架桥 | 1座 | 1座 "
      "| 5 | 5 |\n"
      "| 植树 | 9棵 | 8棵 | 5 | 4.4 |\n";
  EXPECT_EQ(header_of(drawing, 0, true), "level3@0 target@1 actual@2 weight@3 score@4 body 1");
  EXPECT_EQ(header_of(drawing, 0, false), "level3@0 target@1 actual@2 weight@3 reason@4 body 1");
}

TEST(Headers, WhatIsNone) {
  EXPECT_EQ(header_of("| 产出指标 | 数量指标 | 修路 | 3公里 |\n"), "none");
  EXPECT_EQ(header_of("| 全年预算数（A） | 640.00 | 预算执行率 | 98% |\n"), "none");
  EXPECT_EQ(header_of("| 项目名称 | 甲 | 主管部门 | 乙 |\n"), "none");
}

TEST(Headers, ABlockLabelOfManyRowsIsNoColumn) {
  EXPECT_EQ(header_of("| 绩效指标 | 三级指标 | 指标值 | 完成值 |\n| ^ | a | 1 | 1 |\n| ^ | b | 1 | 1 |\n| ^ "
                      "| c | 1 | 1 |\n"),
            "level3@1 target@2 actual@3 body 1");
}

TEST(FormKeys, WhatIsLeftOfACell) {
  struct Case {
    const char *cell, *key;
  };
  for (const Case& one : std::initializer_list<Case>{{"其中：当年财政拨款（万元）", "当年财政拨款"},
                                                     {"全年预算数（A）", "全年预算数"},
                                                     {"年度资金总额：", "年度资金总额"},
                                                     {"1.中央财政资金", "中央财政资金"},
                                                     {"①省级资金", "省级资金"},
                                                     {"（一）基本支出", "基本支出"},
                                                     {"项 目 名 称", "项目名称"},
                                                     {"一级指标", "一级指标"},
                                                     {"12.5万元", "12.5万元"}})
    EXPECT_EQ(form_key(fold(one.cell)), one.key) << one.cell;
}

}  // namespace
}  // namespace ziping
