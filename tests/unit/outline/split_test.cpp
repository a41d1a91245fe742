// Where the reports of a file begin.
#include "support.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

/// The titles of the reports, `|` between them.
std::string titles_of(std::string text) {
  std::string out;
  Outline found = outline_of(std::move(text));
  for (const Report& report : found.reports)
    out += (&report == found.reports.data() ? "" : "|") + report.title;
  return out;
}

struct Case {
  const char* name;
  const char* text;
  const char* titles;
};

const Case kCases[] = {
    {"bundle of reports",
     "附件5\n项目绩效自评报告\n（2023年度）\n项目名称：甲\n一、基本情况\n完成。\n项目绩效自评报告\n（2023年度"
     "）\n项目名称：乙\n一、基本情况\n完成。\n",
     "项目绩效自评报告|项目绩效自评报告"},
    {"bundle of forms",
     "项目支出绩效自评表\n（2022年度）\n项目名称\n图书采购\n年度资金总额\n10\n一级指标\n总分\n100\n项目支出绩"
     "效自评表\n（2022年度）\n项目名称\n设备维修\n"
     "年度资金总额\n20\n总分\n98\n",
     "项目支出绩效自评表|项目支出绩效自评表"},
    {"report with its form, which is its annex",
     "2022年水利资金绩效自评报告\n一、基本情况\n完成。\n甲县水利局\n2023年3月1日\n附件\n转移支付区域绩效目标"
     "自评表\n（2022年度）\n转移支付（项目）名称\n水利资金\n年度资金总额\n20\n",
     "2022年水利资金绩效自评报告"},
    {"a second form behind a report is a report of its own",
     "2022年水利资金绩效自评报告\n一、基本情况\n完成。\n项目支出绩效自评表\n项目名称：甲\n年度资金总额\n20\n"
     "项目支出绩效自评表\n项目名称：乙\n年度资金总额\n30\n",
     "2022年水利资金绩效自评报告|项目支出绩效自评表"},
    {"mention in a sentence",
     "绩效自评报告\n根据要求开展自评，形成本报告。\n现将2022年度整体绩效自我评价报告如下：\n一、概况\n我局认"
     "真撰写绩效自评报告\n二、问题\n",
     "绩效自评报告"},
    {"mention in book marks", "绩效自评报告\n一、概况\n《某县2022年绩效自评报告》\n二、问题\n",
     "绩效自评报告"},
    {"heading that ends as a title",
     "整体支出绩效自评报告\n一、概况\n（三）部门整体支出绩效自评报告\n四、项目支出绩效自评表\n",
     "整体支出绩效自评报告"},
    {"list of annexes",
     "绩效自评报告\n一、概况\n完成。\n附件：1.项目支出绩效自评表\n2."
     "项目绩效自评报告\n附件2：整体支出绩效自评表\n甲县林业局\n2023年5月1日\n",
     "绩效自评报告"},
    {"contents name titles",
     "部门决算\n目录\n第一部分 概况......1\n项目支出绩效自评报告......9\n第一部分 "
     "概况\n一、职责\n承担职责。\n",
     "部门决算"},
    {"final account with a report in its annex",
     "甲县统计局2022年度部门决算\n第一部分 "
     "部门概况\n一、职责\n承担统计工作。\n附件1\n甲县统计局2022年度部门整体支出绩效自评报告\n一、部门概况\n（"
     "一）职能\n",
     "甲县统计局2022年度部门决算|甲县统计局2022年度部门整体支出绩效自评报告"},
    {"text before the first title is a report of its own",
     "一、工作情况\n全年完成三项任务。\n二、经费情况\n全年支出十万元。\n项目绩效自评报告\n（2022年度）\n一、"
     "基本情况\n",
     "|项目绩效自评报告"},
    {"model texts",
     "项目绩效自评报告范文1\n一、基本情况\n20xx年完成。\n项目绩效自评报告范文2\n一、基本情况\n20xx年完成。\n",
     "项目绩效自评报告范文1|项目绩效自评报告范文2"},
    {"title over three lines", "甲县2023年农村饮水安全\n维修养护项目\n绩效自评报告\n一、概况\n",
     "甲县2023年农村饮水安全维修养护项目绩效自评报告"},
    {"annex number on the title's line", "附件3：2022年度项目支出绩效自评表\n项目名称：甲\n年度资金总额\n",
     "2022年度项目支出绩效自评表"},
    {"title with a bracket", "部门整体支出绩效自评报告（2023年度）\n一、概况\n",
     "部门整体支出绩效自评报告（2023年度）"},
    {"title glued to nothing: an empty text", "", ""},
};

class Splits : public testing::TestWithParam<Case> {};

TEST_P(Splits, Titles) {
  EXPECT_EQ(titles_of(GetParam().text), GetParam().titles) << GetParam().name;
}

INSTANTIATE_TEST_SUITE_P(Outline, Splits, testing::ValuesIn(kCases));

TEST(Reports, CoverTheTextAndAreFoundByPlace) {
  std::string text =
      "附件1\n项目绩效自评报告\n（2023年度）\n一、概况\n甲\n甲县林业局\n2024年1月5日\n附件2\n项目绩效自评报告"
      "\n（2023年度）\n一、概况\n乙\n";
  Outline found = outline_of(text);
  ASSERT_EQ(found.reports.size(), 2U);
  EXPECT_EQ(found.reports[0].span.begin, 0U);
  EXPECT_EQ(found.reports[1].span.begin, text.find("附件2"));
  EXPECT_EQ(found.reports[0].span.end, found.reports[1].span.begin);
  EXPECT_EQ(found.reports[1].span.end, text.size());
  EXPECT_EQ(found.report_at(text.find("乙")), 1);
  EXPECT_EQ(found.report_at(0), 0);
  EXPECT_EQ(found.reports[0].organisation, "甲县林业局");
  EXPECT_EQ(found.reports[1].organisation, "");
  EXPECT_EQ(found.reports[1].report_date, "");
}

TEST(Reports, CoverLinesHoldWhatIsNoFigure) {
  std::string text =
      "绩效自评报告\n（2023年度）\n填报单位：甲县林业局\n联系电话：2233445\n填报日期：2024.3."
      "25\n一、概况\n投入3万元。\n甲县林业局\n2024年3月25日\n";
  Outline found = outline_of(text);
  std::string cover;
  for (Span span : found.reports[0].cover) cover += std::string(span.of(text)) + "/";
  EXPECT_EQ(cover,
            "绩效自评报告/（2023年度）/填报单位：甲县林业局/联系电话：2233445/填报日期：2024.3.25/甲县林业局/"
            "2024年3月25日/");
}

}  // namespace
}  // namespace ziping
