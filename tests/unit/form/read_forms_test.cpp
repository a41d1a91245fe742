// Whole forms, drawn with pipes: what rows they give, and what they do not.
#include "form/read_forms.h"

#include "form/form_examples.h"
#include "support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ziping {
namespace {

using ::testing::ElementsAre;
using testing::forms_in;
using ::testing::IsEmpty;
using testing::patterns;
using testing::shown;
using ::testing::SizeIs;

std::vector<std::string> names(const Form& form) {
  std::vector<std::string> out;
  for (const IndicatorRow& row : form.indicators)
    out.push_back(row.level1 + "/" + row.level2 + "/" + row.level3);
  return out;
}

TEST(Forms, ExamplesOfThePatternFilesAreReadAsTheySay) {
  EXPECT_THAT(check_form_examples(patterns()), IsEmpty());
}

TEST(Forms, LevelsHoldForTheRowsUnderThem) {
  FormPages pages = forms_in(R"(
    | 一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分 |
    | 产出指标 | 数量指标 | 修路 | 3公里 | 3公里 | 20 | 20 |
    | ^ | ^ | 架桥 | 1座 | 1座 | 20 | 20 |
    | ^ | 质量指标 | 合格率 | 100% | 100% | 10 | 10 |
    | 效益指标 | | 车流 | 有所增加 | 有所增加 | 30 | 28 |
    | | 社会效益指标 | 出行 | 方便 | 方便 | 10 | 10 |
  )");
  ASSERT_THAT(pages.forms, SizeIs(1));
  EXPECT_THAT(names(pages.forms[0]),
              ElementsAre("产出指标/数量指标/修路", "产出指标/数量指标/架桥", "产出指标/质量指标/合格率",
                          "效益指标//车流", "效益指标/社会效益指标/出行"));
}

TEST(Forms, ARepeatedHeaderIsNoRow) {
  FormPages pages = forms_in(R"(
    | 一级指标 | 三级指标 | 指标值 | 实际完成值 |
    | 产出指标 | 修路 | 3公里 | 3公里 |
    | 一级指标 | 三级指标 | 指标值 | 实际完成值 |
    | 产出指标 | 架桥 | 1座 | 1座 |
  )");
  ASSERT_THAT(pages.forms, SizeIs(1));
  EXPECT_THAT(pages.forms[0].indicators, SizeIs(2));
}

TEST(Forms, NotesAndTextsUnderTheTotalAreNoRows) {
  FormPages pages = forms_in(R"(
    | 一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 得分 |
    | 产出指标 | 数量指标 | 修路 | 3公里 | 2公里 | 20 |
    | 总分 | < | < | < | < | 92.5 |
    | 未完成原因 | 雨季停工，工期顺延 | < | < | < | < |
    | 说明 | 资金由县级整合 | < | < | < | < |
    | 注：满分为100分 | < | < | < | < | < |
  )");
  ASSERT_THAT(pages.forms, SizeIs(1));
  EXPECT_THAT(pages.forms[0].indicators, SizeIs(1));
  EXPECT_EQ(shown(pages.forms[0].head.total_score), "92.5");
}

TEST(Forms, TwoFormsInOneTable) {
  FormPages pages = forms_in(R"(
    | 项目名称 | 甲 | < | < |
    | 一级指标 | 三级指标 | 指标值 | 实际完成值 |
    | 产出指标 | 修路 | 3公里 | 3公里 |
    | 项目名称 | 乙 | < | < |
    | 一级指标 | 三级指标 | 指标值 | 实际完成值 |
    | 产出指标 | 架桥 | 1座 | 1座 |
  )");
  ASSERT_THAT(pages.forms, SizeIs(2));
  EXPECT_EQ(pages.forms[0].head.project, "甲");
  EXPECT_EQ(pages.forms[1].head.project, "乙");
  EXPECT_LE(pages.forms[0].span.end, pages.forms[1].span.begin);
}

TEST(Forms, MoneyUnitsOfHeaderLabelAndCaption) {
  struct Case {
    const char *caption, *label, *header, *yuan;
  };
  for (const Case& one :
       std::initializer_list<Case>{{"", "项目资金（万元）", "全年预算数（A）", "1250000"},
                                   {"", "项目资金（元）", "全年预算数（A）", "125"},
                                   {"金额单位：元", "项目资金", "全年预算数（A）", "125"},
                                   {"单位：万元", "项目资金", "全年预算数（A）", "1250000"},
                                   {"单位：元", "项目资金", "全年预算数（万元）", "1250000"},
                                   {"", "项目资金", "全年预算数（A）", "-"}}) {
    FormPages pages =
        forms_in(std::string(one.caption) + "\n| 项目名称 | 甲 | < | < |\n| " + one.label + " | | " +
                 one.header + " | 全年执行数（B） |\n| ^ | 年度资金总额 | 125 | 125 |\n");
    ASSERT_THAT(pages.forms, SizeIs(1)) << one.label;
    EXPECT_EQ(shown(pages.forms[0].funds.at(0).adjusted), one.yuan) << one.caption << one.label << one.header;
  }
}

TEST(Forms, SourcesOfMoney) {
  struct Case {
    const char *label, *source;
  };
  const FormWords& words = patterns().form_words();
  for (const Case& one : std::initializer_list<Case>{{"年度资金总额：", "total"},
                                                     {"其中：中央补助", "central"},
                                                     {"1.中央财政资金", "central"},
                                                     {"省级财政资金", "province"},
                                                     {"自治区级资金", "province"},
                                                     {"盟市资金", "city"},
                                                     {"市级财政资金", "city"},
                                                     {"市县财政资金", "county"},
                                                     {"旗县资金", "county"},
                                                     {"地方资金", "local"},
                                                     {"其中：当年财政拨款", "fiscal"},
                                                     {"本年一般公共预算拨款", "fiscal"},
                                                     {"上年结转资金", "carried_in"},
                                                     {"其他资金（包括结转结余）", "other"},
                                                     {"财政专户管理资金", "special_account"},
                                                     {"单位资金", "own"},
                                                     {"彩票公益金", "lottery"},
                                                     {"基本支出", "basic"},
                                                     {"项目支出", "project"}}) {
    const std::string* source = words.fund_rows.find(form_key(fold(one.label)));
    EXPECT_EQ(source == nullptr ? "" : *source, one.source) << one.label;
  }
}

TEST(Forms, ATargetFormHasNoResults) {
  FormPages pages = forms_in(R"(
    | 项目资金（万元） | 年度资金总额 | 28.5 | < |
    | 一级指标 | 三级指标 | 指标值 | 备注 |
    | 产出指标 | 修路 | ≥3公里 | |
  )");
  ASSERT_THAT(pages.forms, SizeIs(1));
  const Form& form = pages.forms[0];
  EXPECT_TRUE(form.targets_only);
  EXPECT_EQ(shown(form.funds.at(0).initial), "285000");
  EXPECT_EQ(shown(form.funds.at(0).executed), "-");
  EXPECT_EQ(shown(form.indicators.at(0).actual), "-");
}

TEST(Forms, ABlankFormIsATemplate) {
  FormPages pages = forms_in(R"(
    | 项目名称 | | < | < |
    | 项目资金（万元） | | 全年预算数（A） | 全年执行数（B） |
    | ^ | 年度资金总额 | | |
    | 一级指标 | 三级指标 | 指标值 | 实际完成值 |
    | 产出指标 | 指标1： | | |
    | ^ | …… | | |
  )");
  ASSERT_THAT(pages.forms, SizeIs(1));
  EXPECT_TRUE(pages.forms[0].empty_template);
}

TEST(Forms, OtherTablesAreNone) {
  EXPECT_THAT(forms_in("| 地区 | 户数 | 金额 |\n| 东村 | 12 | 3.5 |\n| 西村 | 8 | 2 |").forms, IsEmpty());
  EXPECT_THAT(forms_in("| 资金来源 | 预算数 | 执行数 |\n| 省级资金 | 12 | 3.5 |").forms, IsEmpty());
}

TEST(Forms, UsesNameTheCellsOfFigures) {
  FormPages pages = forms_in(R"(
    | 一级指标 | 三级指标 | 指标值 | 实际完成值 | 得分 |
    | 产出指标 | 修路 | 3公里 | 完成 | 20 |
    | 总分 | < | < | < | 98 |
  )");
  ASSERT_THAT(pages.forms, SizeIs(1));
  std::vector<std::string> uses;
  for (const CellUse& use : pages.forms[0].uses)
    uses.push_back(std::string(name_of(use.role)) + (use.total ? " total" : "") + " " +
                   pages.tables[0].cells[static_cast<std::size_t>(use.cell.cell)].text);
  EXPECT_THAT(uses, ElementsAre("target 3公里", "score 20", "score total 98"));
}

}  // namespace
}  // namespace ziping
