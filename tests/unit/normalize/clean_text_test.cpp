#include "normalize/clean_text.h"

#include "base/utf8.h"
#include "layout/layout.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace ziping {
namespace {

PlacedText placed(const std::string& text) {
  SourceDocument source;
  source.text = text;
  return lay_out(source);
}

/// One line of an OCR layer whose characters stand half a size apart.
PlacedText scanned(const std::string& text) {
  PlacedText out;
  out.ocr = true;
  out.chars = to_utf32(text);
  for (std::size_t at = 0; at < out.chars.size(); ++at) {
    auto x = static_cast<float>(at) * 5;
    out.boxes.push_back({x, 0, x + 5, 10});
  }
  out.lines.emplace_back().end = static_cast<std::uint32_t>(out.chars.size());
  return out;
}

struct Row {
  const char* printed;
  const char* clean;
};

TEST(Fold, CharactersHaveOneForm) {
  for (const Row& row : std::vector<Row>{
           {"１２，３４５．６７万元", "12,345.67万元"},
           {"９５％", "95%"},
           {"ＤＲＧ＋ＤＩＰ", "DRG+DIP"},
           {"⾃评⻓效⺠⽣", "自评长效民生"},
           {"萬元績效總額", "万元绩效总额"},
           {"成效显著，乾隆，答覆", "成效显著，乾隆，答覆"},
           {"≧90%，≦5%，═100，>=1，<=2", "≥90%，≤5%，=100，≥1，≤2"},
           {"80～90", "80~90"},
           {"－19.5，−3，–4", "-19.5，-3，-4"},
           {"2020—2022年", "2020-2022年"},
           {"资金——水利", "资金——水利"},
           {"①根据½，Ⅳ类，25㎡，hm²，0.5‰", "①根据½，Ⅳ类，25㎡，hm²，0.5‰"},
           {"︵一︶", "（一）"},
           {"人‧年", "人·年"},
       })
    EXPECT_EQ(fold(row.printed), row.clean) << row.printed;
}

TEST(Fold, PunctuationFollowsItsNeighbours) {
  for (const Row& row : std::vector<Row>{
           {"(粤水〔2015〕26号)要求,完善制度;", "（粤水〔2015〕26号）要求，完善制度；"},
           {"28,281.37万元,增长5%,共3次", "28,281.37万元，增长5%，共3次"},
           {"按1:3负担, 上午9:30", "按1:3负担，上午9:30"},
           {"比例１：３", "比例1:3"},
           {"填报日期:2024.3.25", "填报日期：2024.3.25"},
           {"2023,100", "2023，100"},
           {"http://a.b/c", "http://a.b/c"},
           {"Hello, world", "Hello, world"},
           {"执行率(B/A)", "执行率（B/A）"},
       })
    EXPECT_EQ(fold(row.printed), row.clean) << row.printed;
}

TEST(Fold, SpacesMeanSomethingOrGo) {
  for (const Row& row : std::vector<Row>{
           {"预算 2110 万元", "预算2110万元"},
           {"绩 效 自 评", "绩效自评"},
           {"姓名\u3000\u3000电话", "姓名 电话"},
           {"姓名   电话", "姓名 电话"},
           {"一、\u3000概况", "一、概况"},
           {"DRG 付费 big data", "DRG付费big data"},
           {"100 %", "100%"},
           {"≥ 95 %", "≥95%"},
           {"0 0 10 100%", "0 0 10 100%"},
           {"a\u00A0b\u200B\u00ADc\uFEFF", "a bc"},
           {" 首尾 ", "首尾"},
           {"1. 2023年", "1. 2023年"},
           {"〔2015〕 26号", "〔2015〕26号"},
       })
    EXPECT_EQ(fold(row.printed), row.clean) << row.printed;
}

TEST(Clean, DropsWhatConvertersLeave) {
  for (const Row& row : std::vector<Row>{
           {"支出完成率 $55.59/55.59*100\\%=100\\%$ 。", "支出完成率55.59/55.59*100%=100%。\n"},
           {"比率 $\\frac{3}{4}\\times 100\\% \\geq 75\\%$", "比率3/4×100%≥75%\n"},
           {"**一、基本情况**", "一、基本情况\n"},
           {"## 二、支出", "二、支出\n"},
           {"覆盖≥**人", "覆盖≥**人\n"},
           {"扣除****万元", "扣除****万元\n"},
           {"产出指标<br>数量指标", "产出指标数量指标\n"},
           {"票价$5和$6", "票价$5和$6\n"},
       })
    EXPECT_EQ(clean(placed(row.printed)).text, row.clean) << row.printed;
}

TEST(Clean, ThousandsGroupsBecomeOneNumber) {
  EXPECT_EQ(clean(placed("总额11 211.21亿元")).text, "总额11211.21亿元\n");
  EXPECT_EQ(clean(placed("共2 980 000元")).text, "共2980000元\n");
  EXPECT_EQ(clean(placed("共10 10 100%")).text, "共10 10 100%\n");
  EXPECT_EQ(clean(placed("韶府2020 3号")).text, "韶府2020 3号\n");
}

TEST(Clean, PutsTornNumbersOfAnOcrLayerTogether) {
  for (const Row& row : std::vector<Row>{
           {"资金 2 9 8 0.3 2 万 元", "资金2980.32万元\n"},
           {"结余 3917462 .8 元", "结余3917462.8元\n"},
           {"韶府 2020 3 号", "韶府2020 3号\n"},
           {"1. 20 人 参加", "1. 20人参加\n"},
           {"0 1 0 元", "0 1 0元\n"},
       })
    EXPECT_EQ(clean(scanned(row.printed)).text, row.clean) << row.printed;
}

TEST(Clean, RoundsTheBracketsOfAnOcrLayer) {
  EXPECT_EQ(clean(scanned("《一 ) 自 评 分 数")).text, "（一）自评分数\n");
  EXPECT_EQ(clean(scanned("按 《办法 (试行 ) 》 〈2020 版 ) 执行")).text,
            "按《办法（试行）》（2020版）执行\n");
}

TEST(Clean, EveryByteKnowsItsOrigin) {
  PlacedText source =
      placed("各镇按照实施方案开展管网改造，全部资金统筹使用共计 2110\n\n万元，專款专用。\n\n二、成效\n");
  CleanText text = clean(source);
  ASSERT_EQ(text.origin.size(), text.text.size());
  std::size_t at = text.text.find("2110万元");
  ASSERT_NE(at, std::string::npos);
  EXPECT_EQ(raw_of(text, source, at, at + std::string("2110万元").size()), "2110\u23CE万元");
  at = text.text.find("专款");
  EXPECT_EQ(raw_of(text, source, at, at + 6), "專款");
  EXPECT_EQ(raw_of(text, source, 0, 3), "各");
  for (std::size_t byte = 1; byte < text.origin.size(); ++byte)
    EXPECT_LE(text.origin[byte - 1], text.origin[byte]);
}

TEST(Clean, RawLeavesFurnitureOut) {
  PlacedText source =
      placed("各镇按照实施方案开展管网改造，全部资金统筹使用共计 2110\n\n— 3 —\n\n万元，专款专用。\n");
  CleanText text = clean(source);
  std::size_t at = text.text.find("2110万元");
  ASSERT_NE(at, std::string::npos) << text.text;
  EXPECT_EQ(raw_of(text, source, at, at + 10), "2110\u23CE万元");
}

TEST(Clean, NumbersCutByALineBreakAreOne) {
  PlacedText source;
  source.chars = U"共12345.6789元和第2行";
  source.lines.resize(2);
  source.lines[0].end = 4;
  source.lines[0].joins_next = true;
  source.lines[1].begin = 4;
  source.lines[1].end = static_cast<std::uint32_t>(source.chars.size());
  EXPECT_EQ(clean(source).text, "共12345.6789元和第2行\n");
}

TEST(Clean, EmptyTextsGiveNothing) {
  EXPECT_EQ(clean(PlacedText{}).text, "");
  EXPECT_EQ(clean(placed(" \n\t\n\u200B\n")).text, "");
  EXPECT_EQ(fold(""), "");
}

TEST(CharCounter, CountsOnceThroughTheText) {
  std::string text = "a预算b";
  CharCounter counter(text);
  EXPECT_EQ(counter.at(1), 1u);
  EXPECT_EQ(counter.at(7), 3u);
  EXPECT_EQ(counter.at(4), 2u);
}

}  // namespace
}  // namespace ziping
