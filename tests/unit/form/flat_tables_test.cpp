// Forms without rules: flattened in the ways that converters flatten them.
#include "form/flat_tables.h"

#include "layout/text_lines.h"
#include "pattern/pattern_set.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ziping {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const FormWords& words() {
  static const PatternSet patterns = PatternSet::load(ZIPING_PATTERN_DIR);
  return patterns.form_words();
}

/// The rows of all tables of a text, cells joined by `|`; squares that a cell above or beside covers are `^`.
std::vector<std::string> rows_of(const std::string& text) {
  PlacedText placed = lay_out_text(text);
  CleanText cleaned = clean(placed);
  std::vector<std::string> rows;
  for (const CellTable& table : flat_tables(cleaned, placed, words(), {}))
    for (int row = 0; row < table.rows; ++row) {
      std::string line;
      for (int column = 0; column < table.columns; ++column) {
        const Cell& cell = table.at(row, column);
        if (column > 0) line += "|";
        line += cell.row == row && cell.column == column ? cell.text : "^";
      }
      rows.push_back(line);
    }
  return rows;
}

TEST(FlatTables, ProseIsNoForm) {
  EXPECT_THAT(rows_of("一、绩效目标完成情况\n全年预算数为120万元，执行数为96万元，执行率80%。\n"
                      "年度指标值为安装路灯30盏，实际完成值31盏。三级指标共4个，分值合计90分，得分88分。\n"),
              IsEmpty());
}

const char* const kInReadingOrder = R"(项目支出绩效自评表
（2022年度）
项目名称 乡镇饮水管网改造
主管部门 青岭县水利局 实施单位 青岭县供水站
项目资金（万
元）
年初预算数
全年预算数
（A）
全年执行数
（B）
分值 执行率（B/A） 得分
年度资金总额 200.00 180.00 90.00 10 50.00% 5
其中：当年财政拨款 150.00 140.00 70.00 — — —
其他资金 50.00 40.00 20.00 — — —
年度总体目标
预期目标 实际完成情况
改造管网12公里，供水户数增加。
截至2022年底，改造管网9公里，供水户数增加。
绩效
指标
一级指
标
二级指标 三级指标 年度指标值 实际完成值 分值 得分
偏差原因分析及改
进措施
产出指
标
数量指标
改造管网长度 ≥12公里 9公里 20 15
雨季施工受阻，下
半年补上。
新装水表 ≥300只 310只 20 20
质量指标 水质抽检合格率 ≥95% 97% 20 20
效益指标
社会效益指
标
受益群众生活用水条
件
明显改善 明显改善 20 20 无
满意度
指标
服务对象
满意度
群众满意度 ≥90% 93% 10 10
总分 100 90
)";

TEST(FlatTables, CellsInReadingOrder) {
  EXPECT_THAT(
      rows_of(kInReadingOrder),
      ElementsAre(
          "项目名称|乡镇饮水管网改造|||||||", "主管部门|青岭县水利局|实施单位|青岭县供水站|||||",
          "项目资金（万元）||年初预算数|全年预算数（A）|全年执行数（B）|分值|执行率（B/A）|得分|",
          "^|年度资金总额|200.00|180.00|90.00|10|50.00%|5|",
          "^|其中：当年财政拨款|150.00|140.00|70.00|—|—|—|", "^|其他资金|50.00|40.00|20.00|—|—|—|",
          "年度总体目标|预期目标|实际完成情况||||||",
          "^|改造管网12公里，供水户数增加。|截至2022年底，改造管网9公里，供水户数增加。||||||",
          "绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施",
          "^|产出指标|数量指标|改造管网长度|≥12公里|9公里|20|15|雨季施工受阻，下半年补上。",
          "^|^|^|新装水表|≥300只|310只|20|20|", "^|^|质量指标|水质抽检合格率|≥95%|97%|20|20|",
          "^|效益指标|社会效益指标|受益群众生活用水条件|明显改善|明显改善|20|20|无",
          "^|满意度指标|服务对象满意度|群众满意度|≥90%|93%|10|10|", "总分|^|||||100|90|"));
}

TEST(FlatTables, ColumnsKeptBySpaces) {
  std::string text = R"(                    项目支出绩效自评表

 项目名称     乡镇饮水管网改造

                        全年预算数      全年执行数
              年初预算数                          分值    执行率      得分
                         （A）        （B）

项目资金（万  年度资金总额     200.00    180.00      90.00   10     50.00%     5
  元）      其他资金      50.00     40.00       20.00   —       —       —

   一级指   二级指标      三级指标       年度指标值     实际完成值    分值    得分   未完成原因
    标
                                                             雨季施工
                   改造管网长度      ≥12公里      9公里     20    15   受阻。
   产出指   数量指标                                                补上。
    标
                   新装水表       ≥300只      310只     20    20

           质量指标    水质抽检合格      ≥95%       97%      20    20
                     率
           社会效益指
   效益指标              用水条件       明显改善       明显改善    20    20
             标
                    总分                           100   90
)";
  EXPECT_THAT(
      rows_of(text),
      ElementsAre("项目名称|乡镇饮水管网改造||||||",
                  "项目资金（万元）||年初预算数|全年预算数（A）|全年执行数（B）|分值|执行率|得分",
                  "^|年度资金总额|200.00|180.00|90.00|10|50.00%|5", "^|其他资金|50.00|40.00|20.00|—|—|—",
                  "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|未完成原因",
                  "产出指标|数量指标|改造管网长度|≥12公里|9公里|20|15|雨季施工受阻。补上。",
                  "^|^|新装水表|≥300只|310只|20|20|", "^|质量指标|水质抽检合格率|≥95%|97%|20|20|",
                  "效益指标|社会效益指标|用水条件|明显改善|明显改善|20|20|", "总分|||||100|90|"));
}

TEST(FlatTables, EmptyCellsBetweenPipesCount) {
  EXPECT_THAT(rows_of("| 资金来源 | 全年预算数 | 全年执行数 | 分值 | 执行率 |\n|---|---|---|---|---|\n"
                      "| 年度资金总额 | 80 | 60 | 10 | 75% |\n| 其他资金 | | 0 | | |\n"),
              ElementsAre("资金来源|全年预算数|全年执行数|分值|执行率", "年度资金总额|80|60|10|75%",
                          "其他资金||0||"));
  EXPECT_THAT(rows_of("资金来源\t全年预算数\t全年执行数\t分值\t执行率\n其他资金\t\t12\t\t\n"),
              ElementsAre("资金来源|全年预算数|全年执行数|分值|执行率", "其他资金||12||"));
}

TEST(FlatTables, GluedRowsAreCut) {
  EXPECT_THAT(
      rows_of("一级指标二级指标三级指标分值年度指标值实际完成值得分原因\n"
              "产出指标数量指标培育苗木8550万株550万株8\n修复步道6≥13公里12公里5.54雨水多\n总分10098.5\n"),
      ElementsAre("一级指标|二级指标|三级指标|分值|年度指标值|实际完成值|得分|原因",
                  "产出指标|数量指标|培育苗木|8|550万株|550万株|8|",
                  "^|^|修复步道|6|≥13公里|12公里|5.54|雨水多", "总分|||100|||98.5|"));
}

TEST(FlatTables, TablesAreInferredAndTheirCellsLeadBack) {
  PlacedText placed = lay_out_text(kInReadingOrder);
  CleanText cleaned = clean(placed);
  auto tables = flat_tables(cleaned, placed, words(), {});
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_TRUE(tables.front().inferred);
  for (const Cell& cell : tables.front().cells) {
    std::string said;
    for (Span piece : cell.pieces) said += piece.of(cleaned.text);
    std::erase(said, '\n');
    EXPECT_EQ(said, cell.text);
  }
}

}  // namespace
}  // namespace ziping
