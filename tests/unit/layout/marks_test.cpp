#include "layout/marks.h"

#include "base/utf8.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

std::u32string words(const std::string& text) {
  return squeezed(to_utf32(text));
}

TEST(Marks, KnowHeadings) {
  for (const char* line : {"第一部分 概况", "一、基本情况", "十二. 其他", "（三）资金到位", "( 三 ) 资金到位",
                           "1. 数量指标", "１．数量指标", "2、质量指标", "(1) 时效指标", "3) 成本指标",
                           "①培训", "1.2023年下达资金", "附件3", "●宣传活动", "1.2.1 资金管理"})
    EXPECT_TRUE(begins_with_mark(words(line))) << line;
  for (const char* line : {"2.5万人参加", "一是加强领导", "2023年，全县", "12345热线", "附件所列单位",
                           "三重保障", "2024.3.25", "一致认为"})
    EXPECT_FALSE(begins_with_mark(words(line))) << line;
}

TEST(Marks, KnowLabels) {
  for (const char* line : {"项目名称：农村供水", "实施范围、内容：全县", "填 报 日 期 : 2024.3"})
    EXPECT_TRUE(begins_with_label(words(line))) << line;
  for (const char* line : {"其中：基本支出", "具体情况如下：", "用，坚持专款专用：", "2023年：无"})
    EXPECT_FALSE(begins_with_label(words(line))) << line;
}

TEST(Marks, KnowEnds) {
  for (const char* line : {"已拨付。", "说“到位。”", "如下：", "完成；", "done!"})
    EXPECT_TRUE(ends_sentence(words(line))) << line;
  for (const char* line : {"已拨付", "（2人次）", "达到100%"})
    EXPECT_FALSE(ends_sentence(words(line))) << line;
  EXPECT_TRUE(ends_open(words("水利、")));
  EXPECT_TRUE(is_bare_heading(words("（一）资金情况")));
  EXPECT_FALSE(is_bare_heading(words("4. 人员不足，镇级")));
  EXPECT_TRUE(is_title(words("供水工程项目绩效自评报告")));
  EXPECT_FALSE(is_title(words("现形成报告。")));
  EXPECT_TRUE(is_date(words("2024 年 8 月 9 日")));
  EXPECT_TRUE(is_date(words("二〇二四年八月")));
  EXPECT_FALSE(is_date(words("2024 年度")));
  EXPECT_TRUE(is_bracketed(words("(主管部门)")));
  EXPECT_TRUE(is_figure(words("98.5%")));
  EXPECT_FALSE(is_figure(words("31日，此项")));
}

TEST(Marks, ReadPageNumbers) {
  struct Row {
    const char* text;
    int number;
    bool decorated;
  };
  for (const Row& row :
       {Row{"— 3 —", 3, true}, Row{"- 12 -", 12, true}, Row{"第 3 页", 3, true}, Row{"第3页 共12页", 3, true},
        Row{"第3页/共12页", 3, true}, Row{"3", 3, false}, Row{"3/12", 3, false}, Row{"-- 10 一", 10, true},
        Row{"一 1]14 一", 1, true}, Row{"－１２－", 12, true}}) {
    auto page = read_page_number(words(row.text));
    ASSERT_TRUE(page) << row.text;
    EXPECT_EQ(page->number, row.number) << row.text;
    EXPECT_EQ(page->decorated, row.decorated) << row.text;
  }
  for (const char* text : {"一、", "3.5", "第3年", "12万元", "2024.3.25", "——", "第3"})
    EXPECT_FALSE(read_page_number(words(text))) << text;
}

}  // namespace
}  // namespace ziping
