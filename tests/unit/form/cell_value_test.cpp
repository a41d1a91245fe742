// What single cells of a form state.
#include "form/cell_value.h"

#include "support.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

using testing::patterns;
using testing::shown;

TEST(CellValues, EmptyZeroAndDashAreThreeThings) {
  CellValues values(patterns());
  for (const char* cell : {"", "-", "—", "——", "/", "*", "－"}) {
    EXPECT_TRUE(values.blank(fold(cell))) << cell;
    EXPECT_EQ(shown(values.money(fold(cell), 4)), "-") << cell;
  }
  EXPECT_FALSE(values.blank("0"));
  EXPECT_FALSE(values.blank("无"));
  EXPECT_EQ(shown(values.money("0.00", 4)), "0");
}

TEST(CellValues, Money) {
  CellValues values(patterns());
  struct Row {
    const char* cell;
    std::optional<int> power;
    const char* yuan;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"4109.24", 4, "41092400"},
           {"11,300,552.74", 0, "11300552.74"},
           {"-12.5", 4, "-125000"},
           {"120万元", 0, "1200000"},
           {"35元", 4, "35"},
           {"9265.353442", 4, "92653534.42"},
           {"12.5", std::nullopt, "-"},
           {"约12万", 4, "-"},
           {"5.5 4", 4, "-"},
           {"2023年", 4, "-"},
       })
    EXPECT_EQ(shown(values.money(row.cell, row.power)), row.yuan) << row.cell;
}

TEST(CellValues, RatesAndPoints) {
  CellValues values(patterns());
  EXPECT_EQ(shown(values.rate("76.00%")), "76");
  EXPECT_EQ(shown(values.rate("98.02")), "98.02");
  EXPECT_EQ(shown(values.rate("0")), "0");
  EXPECT_EQ(shown(values.rate("7.6‰")), "0.76");
  EXPECT_EQ(shown(values.rate("98分")), "-");
  EXPECT_EQ(shown(values.points("12.5")), "12.5");
  EXPECT_EQ(shown(values.points("10 分")), "10");
  EXPECT_EQ(shown(values.points("10%")), "-");
}

TEST(CellValues, TargetsAndResults) {
  CellValues values(patterns());
  struct Row {
    const char *cell, *value;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"≥412.6公里", "ge 412.6 公里"},
           {"不低于95%", "ge 95 percent"},
           {"16.75公里以上", "ge 16.75 公里"},
           {"＞1150人", "gt 1150 person"},
           {"486.5万元以内", "le 4865000 CNY"},
           {"＜1500元/亩", "lt 1500 CNY/亩"},
           {"≤1850元/人·月", "le 1850 CNY/人·月"},
           {"1.52万亩", "eq 15200 亩"},
           {"全年共1.73万亩", "eq 17300 亩"},
           {"实际41场", "eq 41 场"},
           {"67家，已完成", "eq 67 家"},
           {"21,360人次", "eq 21360 person_time"},
           {"＝１００％", "eq 100 percent"},
           {"7.6‰", "eq 0.76 percent"},
           {"15个工作日以内", "le 15 个工作日"},
           {"850块", "eq 850 块"},
           {"88分", "eq 88 分"},
           {"3860", "eq 3860"},
           {"≥6", "ge 6"},
           {"=0", "eq 0"},
           {"96场，因雨取消4场", "eq 96 场"},
           {"2023年12月底前", "-"},
           {"12月底前完成", "-"},
           {"第四季度", "-"},
           {"达成预期指标", "-"},
           {"建立健全", "-"},
           {"上门30次、电话20次", "-"},
       })
    EXPECT_EQ(shown(values.stated(fold(row.cell), "", "")), row.value) << row.cell;
}

TEST(CellValues, SplitTargets) {
  CellValues values(patterns());
  struct Row {
    const char *nature, *cell, *unit, *value;
  };
  for (const Row& row : std::initializer_list<Row>{
           {"≥", "412.6", "公里", "ge 412.6 公里"},
           {"≤", "486.5", "万元", "le 4865000 CNY"},
           {"≤", "5000", "元/场", "le 5000 CNY/场"},
           {"≥", "1.2", "万人次", "ge 12000 person_time"},
           {"＝", "100", "%", "eq 100 percent"},
           {"＝", "100", "百分比", "eq 100 percent"},
           {"≤", "12", "月", "le 12 月"},
           {"正向指标", "30", "套", "ge 30 套"},
           {"≥", "90%", "%", "ge 90 percent"},
           {"定性", "3个体系", "", "-"},
       })
    EXPECT_EQ(shown(values.stated(fold(row.cell), fold(row.unit), fold(row.nature))), row.value)
        << row.nature << row.cell << row.unit;
}

}  // namespace
}  // namespace ziping
