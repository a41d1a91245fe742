// What becomes of the figures of table cells: drawn tables, the records in text order.
#include "form/table_records.h"

#include "form/report_forms.h"
#include "support.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

using testing::patterns;

/// A drawn table as the one report of a document of 2023.
struct Sheet {
  CleanText clean;
  FormPages pages;
  Outline outline;
  std::vector<Mention> mentions;
  std::vector<Explanation> explanations;

  explicit Sheet(std::string_view drawing, const std::string& kind = "form") {
    ExampleTable drawn = read_example_table(drawing);
    clean = drawn.clean;
    pages.tables.push_back(std::move(drawn.table));
    read_forms_in(clean, patterns(), pages);
    Report report;
    report.span = {0, clean.text.size()};
    report.fiscal_year = 2023;
    report.document_kind = kind;
    outline.reports.push_back(report);
    mentions = find_mentions(clean, outline, patterns(), false, &explanations);
    add_table_records(clean, outline, pages, patterns(), false, mentions, &explanations);
  }

  /// `raw=value unit role concept`, one a line; the finer concept behind a slash where it is another.
  std::string lines() const {
    std::string out;
    for (const Mention& mention : mentions) {
      const Quantity& quantity = mention.quantity;
      out += std::string(mention.span.of(clean.text)) + "=" + quantity.str() + " " + quantity.unit;
      if (quantity.comparator != Comparator::eq) out += std::string(" ") + name_of(quantity.comparator);
      out += std::string(" ") + name_of(mention.role) + " " + mention.measure;
      if (mention.detail != mention.measure) out += "/" + mention.detail;
      out += "\n";
    }
    return out;
  }
  std::string subject(std::size_t mention) const {
    return std::string(mentions.at(mention).subject.of(clean.text));
  }
};

struct Case {
  const char* name;
  const char* drawing;
  const char* lines;
};

const Case kCases[] = {
    {"funds", R"(
      | 项目名称 | 修路 | < | < | < | < | < | < |
      | 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
      | ^ | 年度资金总额 | 300.00 | 280 | 252 | 10 | 90% | 9 |
      | ^ | 其中：中央财政资金 | 200 | 180 | 0 | — | | / |
      | ^ | 单位自筹 | 1,000.5 | 100 | 252 | — | — | — |
    )",
     "300.00=3000000 CNY target budget.initial\n"
     "280=2800000 CNY target budget.adjusted\n"
     "252=2520000 CNY actual spend.total\n"
     "10=10 point other score.full/score.weight\n"
     "90%=90 percent actual rate.execution\n"
     "9=9 point actual score.item/score.execution\n"
     "200=2000000 CNY target budget.central\n"
     "180=1800000 CNY target budget.central\n"
     "0=0 CNY actual spend.category/spend.central\n"
     "1,000.5=10005000 CNY target other/budget.unit_own\n"
     "100=1000000 CNY target other/budget.unit_own\n"
     "252=2520000 CNY actual spend.category/spend.unit_own\n"},
    {"one budget is the total", R"(
      | 项目名称 | 修路 | < | < |
      | 项目资金（元） | | 全年预算数 | 全年执行数 |
      | ^ | 年度资金总额 | 300 | 280 |
    )",
     "300=300 CNY target budget.total\n"
     "280=280 CNY actual spend.total\n"},
    {"indicators", R"(
      | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
      | 产出指标（50分） | 数量指标 | 受益人口 | ≥5200人 | 4900 | 50 | 48.5 |
      | 满意度指标 | 服务对象满意度指标 | 村民 | 不低于90% | 93% | 10 | 10 |
      | 效益指标 | 社会效益指标 | 出行 | 方便 | 更加方便 | 30分 | 28分 |
      | 总分 | < | < | < | < | 100 | 96.5 |
    )",
     "50分=50 point other score.full/score.weight\n"
     "≥5200人=5200 person ge target people.served\n"
     "4900=4900 person actual people.served\n"
     "50=50 point other score.full/score.weight\n"
     "48.5=48.5 point actual score.item\n"
     "不低于90%=90 percent ge target rate.satisfaction\n"
     "93%=93 percent actual rate.satisfaction\n"
     "10=10 point other score.full/score.weight\n"
     "10=10 point actual score.item\n"
     "30分=30 point other score.full/score.weight\n"
     "28分=28 point actual score.item\n"
     "100=100 point other score.full\n"
     "96.5=96.5 point actual score.self\n"},
    {"split target", R"(
      | 一级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 实际完成值 | 分值 | 得分 |
      | 产出指标 | 植树面积 | ≥ | 2.5 | 万亩 | 3 | 10 | 10 |
    )",
     "2.5=25000 亩 ge target other/count.area\n"
     "3=30000 亩 actual other/count.area\n"
     "10=10 point other score.full/score.weight\n"
     "10=10 point actual score.item\n"},
    {"an initial target beside the adjusted one", R"(
      | 指标名称 | 计量单位 | 指标性质 | 年初指标值 | 调整指标值 | 全年完成值 |
      | 植树面积 | 万亩 | ≥ | 2.5 | 2 | 3 |
    )",
     "2.5=25000 亩 ge target other/count.area\n"
     "2=20000 亩 ge target other/count.area\n"
     "3=30000 亩 actual other/count.area\n"},
    {"a second score", R"(
      | 三级指标 | 分值 | 指标值 | 实际完成值 | 自评得分 | 财政审核评分 |
      | 程序规范性 | 5 | 规范 | 较规范 | 4.5 | 4 |
    )",
     "5=5 point other score.full/score.weight\n"
     "4.5=4.5 point actual score.item\n"
     "4=4 point actual other/score.review\n"},
    {"several figures in a cell", R"(
      | 一级指标 | 三级指标 | 年度指标值 | 实际完成值 |
      | 产出指标 | 业务培训 | 3期 | 已办4期，参加120人 |
    )",
     "3期=3 期 target training.sessions\n"
     "4期=4 期 actual training.sessions\n"
     "120人=120 person actual people.served/people.trained\n"},
    {"goals are targets", R"(
      | 年度总体目标 | 预期目标 | < | 实际完成情况 |
      | ^ | 养护36公里。 | < | 养护38公里。 |
      | 一级指标 | 三级指标 | 年度指标值 | 实际完成值 |
      | 产出指标 | 进度 | 年底前 | 按期 |
    )",
     "36公里=36 公里 target other/count.length\n"
     "38公里=38 公里 actual other/count.length\n"},
    {"grade", R"(
      | 一级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分 | |
      | 产出指标 | 进度 | 年底前 | 按期 | 10 | 10 | |
      | 总分 | < | < | < | 100 | 96 | 优 |
    )",
     "10=10 point other score.full/score.weight\n"
     "10=10 point actual score.item\n"
     "100=100 point other score.full\n"
     "96=96 point actual score.self\n"
     "优=优 grade actual score.grade\n"},
    {"a table that no form claims", R"(
      | 序号 | 支出内容 | 金额（万元） | 占比（%） | 人数 | 备注 |
      | 1 | 劳务费 | 12.5 | 25 | 30 | 3个村 |
      | 2 | 材料费 | -37.5 | 75 | 8 | |
    )",
     "12.5=125000 CNY actual other\n"
     "25=25 percent actual other/rate.share\n"
     "3个=3 个 actual other\n"
     "-37.5=-375000 CNY actual other\n"
     "75=75 percent actual other/rate.share\n"},
};

class TableRecords : public ::testing::TestWithParam<Case> {};

TEST_P(TableRecords, AreReadByRowAndColumn) {
  EXPECT_EQ(Sheet(GetParam().drawing).lines(), GetParam().lines) << GetParam().name;
}

INSTANTIATE_TEST_SUITE_P(Form, TableRecords, ::testing::ValuesIn(kCases));

constexpr const char* kIndicator = R"(
  | 一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 偏差原因 |
  | 产出指标 | 道路里程 | 3公里 | 2公里 | 因雨停工12天 |
)";

TEST(TableRecord, SaysItsRowAndItsCell) {
  Sheet sheet(kIndicator);
  ASSERT_EQ(sheet.mentions.size(), 3U);
  const Mention& actual = sheet.mentions[1];
  EXPECT_EQ(sheet.subject(1), "道路里程");
  EXPECT_EQ(actual.sentence.of(sheet.clean.text), "产出指标\n道路里程\n3公里\n2公里\n因雨停工12天");
  EXPECT_EQ(sheet.pages.tables[0].cells.at(static_cast<std::size_t>(actual.cell)).text, "2公里");
  EXPECT_EQ(actual.year, 2023);
  EXPECT_EQ(sheet.explanations.size(), 3U);
  EXPECT_EQ(sheet.explanations[1].notes.at(0).find("table 1, row 2, column 4"), 0U);
}

TEST(TableRecord, OfAnIndicatorIsNamedByIt) {
  Sheet sheet(R"(
    | 三级指标 | 指标值 | 实际完成值 | 得分 | 财政审核评分 |
    | 程序规范性 | 规范 | 较规范 | 4.5 | 4 |
  )");
  EXPECT_EQ(sheet.subject(1), "程序规范性");
}

TEST(TableRecord, TextCellsKeepWhatProseReadingSays) {
  Sheet sheet(kIndicator);
  EXPECT_EQ(sheet.mentions.back().sentence.of(sheet.clean.text), "因雨停工12天");
  EXPECT_EQ(sheet.mentions.back().table, 0);
}

TEST(TableRecord, AWordOfTheRowLeadsBackToItsPlace) {
  Sheet sheet(kIndicator);
  ASSERT_FALSE(sheet.explanations[0].candidates.empty());
  EXPECT_EQ(sheet.explanations[0].candidates[0].cue.of(sheet.clean.text), "里程");
}

TEST(TableRecord, AModelTextStatesNothing) {
  EXPECT_EQ(Sheet(kIndicator, "model_text").lines(), "");
}

}  // namespace
}  // namespace ziping
