// What an OCR layer misreads is repaired only where other figures of the row confirm it.
#include "form/ocr_repair.h"

#include "support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ziping {
namespace {

using testing::forms_in;
using testing::shown;
using ::testing::SizeIs;

IndicatorRow row_of(const std::string& target, const std::string& actual, const std::string& weight,
                    const std::string& score, bool ocr = true) {
  FormPages pages =
      forms_in("| 一级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分 |\n| 产出指标 | 某项 | " + target +
                   " | " + actual + " | " + weight + " | " + score + " |\n",
               ocr);
  return pages.forms.at(0).indicators.at(0);
}

TEST(OcrRepair, Targets) {
  struct Case {
    const char *target, *actual, *weight, *score, *value;
    bool repaired;
  };
  for (const Case& one : std::initializer_list<Case>{
           {"290%", "91.5%", "10", "10", "ge 90 percent", true},
           {"2200篇", "216篇", "8", "8", "ge 200 篇", true},
           {"26次", "6次", "5", "5", "ge 6 次", true},
           {"二90%", "93%", "5", "5", "ge 90 percent", true},
           {"290%", "91.5%", "10", "8", "eq 290 percent", false},  // no full score
           {"290%", "85%", "10", "10", "eq 290 percent", false},   // not met either way
           {"26次", "26次", "5", "5", "eq 26 次", false},          // right as it stands
           {"≥90%", "91%", "5", "5", "ge 90 percent", false},
       }) {
    IndicatorRow row = row_of(one.target, one.actual, one.weight, one.score);
    EXPECT_EQ(shown(row.target), one.value) << one.target;
    EXPECT_EQ(!row.repair.empty(), one.repaired) << one.target;
    EXPECT_EQ(row.target.text, one.target);
  }
}

TEST(OcrRepair, BornDigitalTablesAreLeftAlone) {
  EXPECT_EQ(shown(row_of("290%", "91.5%", "10", "10", false).target), "eq 290 percent");
  EXPECT_EQ(shown(row_of("90%", "91%", "IO", "IO", false).weight), "-");
}

TEST(OcrRepair, LettersAndSigns) {
  IndicatorRow row = row_of("≥90%", "91%", "IO", "IO");
  EXPECT_EQ(shown(row.weight), "10");
  EXPECT_FALSE(row.repair.empty());
  EXPECT_EQ(shown(row_of("≥90%", "729%", "10", "8").actual), "eq 72 percent");
  EXPECT_EQ(shown(row_of("≥90%", "729%", "10", "9").actual), "eq 729 percent");
  EXPECT_EQ(ocr_digits("O76%"), "076%");
  EXPECT_EQ(ocr_digits("LED"), "LED");
}

TEST(OcrRepair, RatesThatTheAmountsTell) {
  auto rate = [](const char* printed) {
    FormPages pages =
        forms_in(std::string("| 项目名称 | 甲 | < | < | < |\n| 项目资金（万元） | | 全年预算数（A） | "
                             "全年执行数（B） | 执行率 |\n| ^ | 年度资金总额 | 80 | 76 | ") +
                     printed + " |\n",
                 true);
    return shown(pages.forms.at(0).funds.at(0).rate);
  };
  EXPECT_EQ(rate("959%"), "95");
  EXPECT_EQ(rate("95%"), "95");
  EXPECT_EQ(rate("948%"), "948");
}

}  // namespace
}  // namespace ziping
