// What the places of forms say of reports and headings.
#include "support.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

/// A text in which `[` and `]` stand around forms, each line of which is a cell.
struct Marked {
  std::string text;
  FormPlaces places;

  explicit Marked(std::string_view marked) {
    bool inside = false;
    for (std::size_t at = 0; at < marked.size();) {
      std::size_t end = std::min(marked.find('\n', at), marked.size());
      std::string_view line = marked.substr(at, end - at);
      at = end + 1;
      if (line == "[") {
        inside = true;
        places.forms.push_back({text.size(), text.size()});
      } else if (line == "]") {
        inside = false;
        places.forms.back().end = text.size();
      } else {
        if (inside) places.cells.push_back({text.size(), text.size() + line.size()});
        text += std::string(line) + "\n";
      }
    }
  }

  Outline outline() const { return outline_of(text, places); }
  std::string first_lines() const {
    std::string lines;
    for (const Report& report : outline().reports)
      lines += text.substr(report.span.begin, text.find('\n', report.span.begin) - report.span.begin) + "|";
    return lines;
  }
};

TEST(Forms, WithoutTitlesEachBeginsAReport) {
  Marked two(
      "项目支出绩效自评表\n[\n项目名称\n图书采购\n年度资金总额\n10\n]\n注：金额为万元。\n（2022年度）\n["
      "\n项目名称\n设备维修\n年度资金总额\n20\n]\n");
  EXPECT_EQ(two.first_lines(), "项目支出绩效自评表|（2022年度）|");
  EXPECT_EQ(two.outline().reports[1].title, "");
}

TEST(Forms, ATitleBetweenThemIsEnough) {
  Marked two(
      "项目支出绩效自评表\n[\n项目名称\n甲\n年度资金总额\n]\n项目支出绩效自评表\n（2022年度）\n["
      "\n项目名称\n乙\n年度资金总额\n]\n");
  EXPECT_EQ(two.first_lines(), "项目支出绩效自评表|项目支出绩效自评表|");
}

TEST(Forms, OnlyTheFirstBehindAReportIsItsAnnex) {
  Marked report(
      "2022年水利资金绩效自评报告\n一、基本情况\n完成。\n转移支付区域绩效目标自评表\n["
      "\n转移支付（项目）名称\n水利\n年度资金总额\n]\n[\n项目名称\n乙\n年度资金总额\n]\n");
  EXPECT_EQ(report.first_lines(), "2022年水利资金绩效自评报告|项目名称|");
}

TEST(Forms, ATitleInTheFirstCellsIsOne) {
  Marked forms(
      "[\n附件2\n项目支出绩效自评表\n项目名称\n甲\n年度资金总额\n]\n["
      "\n附件3\n项目支出绩效自评表\n项目名称\n乙\n年度资金总额\n]\n");
  EXPECT_EQ(forms.first_lines(), "附件2|附件3|");
  EXPECT_EQ(forms.outline().reports[1].title, "项目支出绩效自评表");
}

TEST(Forms, CellsHoldNoHeadingsAndNoSignOff) {
  Marked form(
      "项目支出绩效自评表\n一、说明\n按要求填报。\n[\n项目名称\n甲\n年度总体目标\n1.完成绿化改造。\n2."
      "提高覆盖率。\n2022年12月31日\n]\n");
  Outline found = form.outline();
  ASSERT_EQ(found.sections.size(), 1U);
  EXPECT_EQ(found.sections[0].heading, "说明");
  EXPECT_EQ(found.reports[0].report_date, "");
}

}  // namespace
}  // namespace ziping
