// What the words around a value say: role, change, year, subject, section and the report's own figures.
#include "support.h"

#include "pattern/context.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

/// `role change year` of every mention: `actual - -; target increase 2022`.
std::string context_of(const std::string& text, const std::string& section = "") {
  testing::OneReport report(text, section);
  std::string line;
  for (const Mention& mention : report.mentions()) {
    std::string change = name_of(mention.change);
    line += (line.empty() ? "" : "; ") + std::string(name_of(mention.role)) + " " +
            (change.empty() ? "-" : change) + " " + (mention.year ? std::to_string(*mention.year) : "-");
  }
  return line;
}

struct Row {
  const char *text, *context;
};

TEST(Context, Roles) {
  const Row rows[] = {
      {"计划新建泵站3座。", "target - 2023"},
      {"实际新建泵站3座。", "actual - 2023"},
      {"目标新建泵站14座，实际完成14座。", "target - 2023; actual - 2023"},
      {"满意度目标值≥90%，实际完成值95%。", "target - 2023; actual - 2023"},
      {"预计支出20万元。", "target - 2023"},
      {"项目支出20万元。", "actual - 2023"},
      {"年初预算20万元。", "target - 2023"},
      {"产出指标满分50分，自评得分48分。", "other - 2023; actual - 2023"},
      {"确保完成维修5处。", "target - 2023"},
      {"圆满完成维修5处。", "actual - 2023"},
  };
  for (const Row& row : rows) EXPECT_EQ(context_of(row.text), row.context) << row.text;
}

TEST(Context, ChangesAndPriorValues) {
  const Row rows[] = {
      {"支出比上年增加5万元。", "actual increase 2023"},
      {"支出较上年减少5万元，下降16.7%。", "actual decrease 2023; actual decrease 2023"},
      {"同比增长12%。", "actual increase 2023"},
      {"补助标准由280元提高到320元。", "prior - -; target raised_to 2023"},
      {"发病率从5%降至3%。", "prior - -; actual lowered_to 2023"},
      {"农业增加值5亿元。", "actual - 2023"},
      {"满意度提高3个百分点。", "actual increase 2023"},
  };
  for (const Row& row : rows) EXPECT_EQ(context_of(row.text), row.context) << row.text;
}

TEST(Context, Years) {
  const Row rows[] = {
      {"2022年支出5万元。", "prior - 2022"},
      {"上年支出5万元，本年支出6万元。", "prior - 2022; actual - 2023"},
      {"2023年支出5万元。", "actual - 2023"},
      {"今年培训3期，去年培训2期。", "actual - 2023; prior - 2022"},
  };
  for (const Row& row : rows) EXPECT_EQ(context_of(row.text), row.context) << row.text;
}

TEST(Subject, IsThePhraseThatTheFigureMeasures) {
  const struct {
    const char *text, *subject;  ///< of the first mention
  } rows[] = {{"实际支出项目资金20万元。", "项目资金"},
              {"群众满意度达到95%。", "群众满意度"},
              {"参保人数为3万人。", "参保人数"},
              {"预算执行率为98.5%。", "预算执行率"},
              {"新建泵站3座。", "新建泵站"},
              {"涉及74家定点医药机构。", "定点医药机构"}};
  for (const auto& row : rows) {
    testing::OneReport report(row.text);
    auto mentions = report.mentions();
    ASSERT_FALSE(mentions.empty()) << row.text;
    EXPECT_NE(std::string(mentions[0].subject.of(report.clean.text)).find(row.subject), std::string::npos)
        << row.text << " gave " << mentions[0].subject.of(report.clean.text);
  }
}

TEST(Breaks, FindSentencesPartsAndClauses) {
  std::string text = "甲乙，丙丁；戊：己（庚，辛）壬。癸";
  Breaks breaks;
  breaks.read(text, {0, text.size()});
  auto at = [&](const char* word) { return text.find(word); };
  EXPECT_EQ(breaks.sentence(at("丙")).of(text), "甲乙，丙丁；戊：己（庚，辛）壬。");
  EXPECT_EQ(breaks.sentence(at("癸")).of(text), "癸");
  EXPECT_EQ(breaks.part(at("丙")).of(text), "甲乙，丙丁；");
  EXPECT_EQ(breaks.clause_begin(text, at("丁")), at("丙"));
  EXPECT_EQ(breaks.clause_end(at("丙")), at("；"));
  EXPECT_EQ(breaks.clause_begin(text, at("壬")), at("己")) << "a closed bracket is passed over";
}

TEST(Sections, GetTheCodeOfTheirWords) {
  testing::OneReport report("文");
  const struct {
    const char *heading, *code;
  } rows[] = {{"项目概况", "overview"},
              {"资金到位情况", "funds.received"},
              {"编制依据", "basis"},
              {"人员编制", "overview.organisation"}};
  for (const auto& row : rows) {
    Section section;
    section.heading = row.heading;
    section.path = row.heading;
    report.outline.sections.push_back(section);
  }
  Section below;
  below.heading = "其他";
  below.parent = 1;
  below.level = 2;
  report.outline.sections.push_back(below);
  code_sections(report.outline, testing::house_patterns());
  for (std::size_t i = 0; i < std::size(rows); ++i)
    EXPECT_EQ(report.outline.sections[i].code, rows[i].code) << rows[i].heading;
  EXPECT_EQ(report.outline.sections.back().code, "funds.received") << "a heading without words inherits";
}

TEST(ReportFigures, AreChosenAmongTheMentions) {
  testing::OneReport report(
      "项目年初预算数为120万元，全年预算数为150万元。\n项目实际支出147万元，预算执行率98%。\n"
      "项目自评得分96.5分，评价等级为优秀。");
  auto figures = report_figures(report.outline, report.mentions(), testing::house_patterns());
  ASSERT_EQ(figures.size(), 1u);
  EXPECT_EQ(figures[0].budget_total ? figures[0].budget_total->str() : "", "1500000");
  EXPECT_EQ(figures[0].spend_total ? figures[0].spend_total->str() : "", "1470000");
  EXPECT_EQ(figures[0].execution_rate ? figures[0].execution_rate->str() : "", "98");
  EXPECT_EQ(figures[0].self_score ? figures[0].self_score->str() : "", "96.5");
  EXPECT_EQ(figures[0].self_grade, "优秀");
}

TEST(ReportFigures, StayEmptyWhereTheReportSaysNothing) {
  testing::OneReport report("项目按计划实施。");
  auto figures = report_figures(report.outline, report.mentions(), testing::house_patterns());
  ASSERT_EQ(figures.size(), 1u);
  EXPECT_FALSE(figures[0].budget_total || figures[0].spend_total || figures[0].execution_rate ||
               figures[0].self_score);
  EXPECT_EQ(figures[0].self_grade, "");
}

TEST(Explanations, SayWhyOtherRulesLost) {
  testing::OneReport report("项目预算资金120万元，实际支出项目资金86万元。");
  std::vector<Explanation> explanations;
  auto mentions = report.mentions(&explanations);
  ASSERT_EQ(mentions.size(), 2u);
  ASSERT_EQ(explanations.size(), 2u);
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    ASSERT_FALSE(explanations[i].candidates.empty());
    EXPECT_TRUE(explanations[i].candidates.front().won);
    EXPECT_EQ(explanations[i].candidates.front().rule, mentions[i].pattern);
    for (const Candidate& candidate : explanations[i].candidates)
      EXPECT_EQ(candidate.won, candidate.reason.empty()) << candidate.rule << ": " << candidate.reason;
  }
  EXPECT_GE(explanations[1].candidates.size(), 2u);
}

}  // namespace
}  // namespace ziping
