#include "app/explain_view.h"
#include "app/text_view.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

/// One report with a heading and a sentence that holds a labelled figure, an unlabelled one and a year.
DocumentResult sample() {
  DocumentResult document;
  document.placed.chars = U"一、资金\n2021年支出80万元，培训3次。\n";
  document.placed.lines = {{.page = 1, .number = 4, .begin = 0, .end = 4},
                           {.page = 1, .number = 5, .begin = 5, .end = 22}};
  document.clean.text = "一、资金\n2021年支出80万元，培训3次。\n";
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < document.clean.text.size(); ++i) {
    if (i > 0 && (static_cast<unsigned char>(document.clean.text[i]) & 0xC0) != 0x80) ++at;
    document.clean.origin.push_back(at);
  }
  std::size_t end = document.clean.text.size();
  document.outline.reports.push_back({.span = {0, end}, .title = "自评报告", .document_kind = "form"});
  document.outline.sections.push_back(
      {.path = "一", .heading = "资金", .code = "funds", .heading_span = {0, 12}, .body = {12, end}});
  Mention spent;
  spent.section = 0;
  spent.span = {26, 34};
  spent.sentence = {13, end - 1};
  spent.kind = Kind::amount;
  spent.quantity.low = Decimal(800000);
  spent.quantity.unit = "CNY";
  spent.year = 2021;
  spent.measure = "spend.total";
  Mention training = spent;
  training.span = {43, 47};
  training.kind = Kind::count;
  training.quantity.low = Decimal(3);
  training.quantity.unit = "次";
  training.measure = "other";
  document.mentions = {spent, training};
  return document;
}

Why why() {
  Candidate won{
      .rule = "spend.total@1", .measure = "spend.total", .cue = {20, 26}, .reach = "clause", .won = true};
  Candidate lost{.rule = "budget.total@2",
                 .measure = "budget.total",
                 .cue = {20, 26},
                 .reach = "sentence",
                 .distance = 4,
                 .reason = "farther than spend.total@1"};
  return {{{{won, lost}, {"year 2021: in the sentence"}}, {}}, {{{13, 20}, "a year"}}};
}

TEST(TextView, NamesSectionsInTheMargin) {
  EXPECT_EQ(text_view(sample(), {.width = 60}),
            "── report 1: 自评报告 (form)\n"
            "一 funds 1:4 │ 一、资金\n"
            "             │ 2021年支出80万元，培训3次。\n");
}

TEST(TextView, WrapsBesideTheMargin) {
  EXPECT_EQ(text_view(sample(), {.width = 36}),
            "── report 1: 自评报告 (form)\n"
            "一 funds 1:4 │ 一、资金\n"
            "             │ 2021年支出80万元，培\n"
            "             │ 训3次。\n");
}

TEST(ExplainView, TellsWhyAndWhyNot) {
  EXPECT_EQ(explain_view(sample(), why(), {.width = 90}),
            "\n"
            "1:5  一  资金  funds\n"
            "2021年支出[80万元]，培训[3次]。\n"
            "  80万元  amount  800000 CNY  other  2021  spend.total\n"
            "    by  spend.total@1 = spend.total: “支出” in the clause, 0 away\n"
            "    not budget.total@2 = budget.total: “支出” in the sentence, 4 away; farther than\n"
            "        spend.total@1\n"
            "    as  year 2021: in the sentence\n"
            "  3次     count   3 次        other  2021  other (unlabelled)\n"
            "  skipped 1:5  [2021年]支出80万元，培训3次。: a year\n"
            "\n"
            "figures: 2 (unlabelled: 1); numbers skipped: 1\n");
}

}  // namespace
}  // namespace ziping
