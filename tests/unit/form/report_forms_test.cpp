// What forms say of the reports they stand in.
#include "form/report_forms.h"

#include "support.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

using testing::patterns;
using testing::shown;

constexpr const char* kForm = R"(
  | 项目名称 | 修路 | 实施单位 | 甲县公路站 | < | < | < |
  | 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 得分 |
  | ^ | 年度资金总额 | 300 | 280 | 252 | 90% | 9 |
  | 一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | |
  | 产出指标 | 里程 | 3公里 | 3公里 | 90 | 90 | |
  | 总分 | < | < | < | 100 | 99 | 优 |
)";
constexpr const char* kTargets = R"(
  | 项目名称 | 修路 | < |
  | 年度资金总额（万元） | 300 | < |
  | 一级指标 | 三级指标 | 指标值 |
  | 产出指标 | 里程 | 3公里 |
)";

/// A drawn table in a report of a kind, with prose of so many bytes in front that says its score.
struct Reported {
  CleanText clean;
  FormPages pages;
  Outline outline;
  std::vector<Mention> mentions;

  Reported(std::string_view drawing, const std::string& kind, std::size_t prose = 0) {
    ExampleTable drawn = read_example_table(drawing);
    clean = drawn.clean;
    pages.tables.push_back(std::move(drawn.table));
    read_forms_in(clean, patterns(), pages);
    Report report;
    report.span = {0, clean.text.size() + prose};
    report.document_kind = kind;
    report.project = "桥";
    outline.reports.push_back(report);
    fill_reports(pages, outline);
    if (prose == 0) return;
    Mention score;
    score.measure = score.detail = "score.self";
    score.quantity.low = Decimal(95);
    mentions.push_back(score);
  }

  const Report& report() const { return outline.reports[0]; }
  std::string figures() const {
    ReportFigures of = figures_with_forms(pages, outline, mentions, patterns()).at(0);
    return shown(of.self_score) + " " + of.self_grade + " " + shown(of.budget_total) + " " +
           shown(of.spend_total) + " " + shown(of.execution_rate);
  }
};

TEST(ReportForms, AFormFillsTheFieldsOfItsReport) {
  Reported form(kForm, "form");
  EXPECT_EQ(form.report().project + " " + form.report().organisation, "修路 甲县公路站");
  EXPECT_EQ(form.report().document_kind, "form");
  EXPECT_EQ(form.figures(), "99 优 2800000 2520000 90");
}

TEST(ReportForms, AnAnnexGivesWhatTheReportLacks) {
  Reported report(kForm, "project_self_evaluation", 5000);
  EXPECT_EQ(report.report().project + " " + report.report().organisation, "桥 甲县公路站");
  EXPECT_EQ(report.report().document_kind, "project_self_evaluation");
  EXPECT_EQ(report.figures(), "95 优 2800000 2520000 90");
}

TEST(ReportForms, AReportThatHoldsHardlyMoreIsAForm) {
  EXPECT_EQ(Reported(kForm, "project_self_evaluation", 50).report().document_kind, "form");
}

TEST(ReportForms, TargetsHaveNoResults) {
  Reported form(kTargets, "form");
  EXPECT_EQ(form.report().document_kind, "target_form");
  EXPECT_EQ(form.figures(), "-  3000000 - -");
}

TEST(ReportForms, AModelTextHasNoRows) {
  Reported form(kForm, "model_text");
  PlacedText placed;
  placed.lines = {{.page = 3, .begin = 0, .end = 100000}};
  std::vector<Notice> notices;
  drop_blank_forms(form.clean, placed, form.outline, form.pages, notices);
  EXPECT_TRUE(form.pages.forms.at(0).funds.empty() && form.pages.forms[0].indicators.empty());
  EXPECT_EQ(form.figures(), "-  - - -");
  ASSERT_EQ(notices.size(), 1U);
  EXPECT_EQ(notices[0].page, 3);
  EXPECT_EQ(notices[0].code, "model_text");
}

TEST(ReportForms, PlacesAreThoseOfItsCells) {
  Reported form(kTargets, "form");
  FormPlaces places = places_of(form.pages);
  ASSERT_EQ(places.forms.size(), 1U);
  EXPECT_EQ(places.cells.front().of(form.clean.text), "项目名称");
  EXPECT_EQ(places.cells.back().of(form.clean.text), "3公里");
}

}  // namespace
}  // namespace ziping
