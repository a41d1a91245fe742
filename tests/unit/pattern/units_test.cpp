#include "pattern/units.h"

#include "base/error.h"
#include "support.h"

#include "pattern/rules.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

const Units& units() {
  return testing::house_patterns().impl().units;
}

TEST(Units, TakesTheLongestFormThatItsGuardsAllow) {
  const struct {
    const char *text, *surface;  ///< "" for none
  } rows[] = {{"元", "元"},
              {"元整。", "元整"},
              {"元旦", ""},
              {"元件", ""},
              {"人次", "人次"},
              {"人", "人"},
              {"人均", ""},
              {"人民", ""},
              {"户籍", ""},
              {"个月", "个月"},
              {"个工作日", "个工作日"},
              {"个百分点", "个百分点"},
              {"分", "分"},
              {"分钟", "分钟"},
              {"分别", ""},
              {"分析", ""},
              {"家次", "家次"},
              {"家庭", ""},
              {"项目", ""},
              {"项，", "项"},
              {"公里", "公里"},
              {"km", "km"},
              {"kmh", ""},
              {"m²", "m²"},
              {"美元", "美元"},
              {"块以", "块"},
              {"块地", "块"},
              {"块钱", "块钱"},
              {"块", "块"},
              {"成以上", "成"},
              {"成立", ""},
              {"甲", ""},
              {"", ""},
              {"%以上", "%"},
              {"‰", "‰"},
              {"倍", "倍"}};
  for (const auto& row : rows) {
    const Unit* unit = units().unit_at(row.text, 0);
    EXPECT_EQ(unit == nullptr ? "" : unit->surface, row.surface) << row.text;
  }
}

TEST(Units, FindsComparatorsOnBothSides) {
  const struct {
    const char *before, *after;
    const char *comparator_before, *comparator_after;  ///< "" for none
  } rows[] = {{"不低于", "", "ge", ""}, {"不超过", "", "le", ""},
              {"超过", "", "gt", ""},   {"超过了", "", "gt", ""},
              {"约", "", "approx", ""}, {"节约", "", "", ""},
              {"附近", "", "", ""},     {"近", "", "lt", ""},
              {"≥", "", "ge", ""},      {"约为人民币", "", "approx", ""},
              {"控制在", "", "le", ""}, {"", "以上", "", "ge"},
              {"", "以内", "", "le"},   {"", "左右", "", "approx"},
              {"", "余", "", "gt"},     {"", "余额", "", ""},
              {"", "内部", "", ""},     {"", "以上述", "", ""},
              {"", "多次", "", ""},     {"支付", "。", "", ""}};
  auto name = [](const ComparatorWord* word) {
    return std::string(word == nullptr ? "" : name_of(word->value));
  };
  for (const auto& row : rows) {
    std::string before = row.before;
    std::size_t at = before.size();
    EXPECT_EQ(name(units().comparator_before(before, before.size(), at)), row.comparator_before) << before;
    EXPECT_EQ(name(units().comparator_after(row.after, 0, at)), row.comparator_after) << row.after;
  }
}

TEST(Units, ReadsDenominators) {
  const struct {
    const char *text, *per;
  } after[] = {{"/人", "人"},
               {"/人·年", "人·年"},
               {"/人*月", "人·月"},
               {"/人、天", "人·天"},
               {"/户·年", "户·年"},
               {"/人/年", "人·年"},
               {"每人", "人"},
               {"每人每年", "人·年"},
               {"/甲", ""},
               {"人", ""},
               {"", ""}};
  for (const auto& row : after) {
    std::size_t end = 0;
    EXPECT_EQ(units().per_after(row.text, 0, end), row.per) << row.text;
    if (*row.per != 0) {
      EXPECT_EQ(end, std::string(row.text).size()) << row.text;
    }
  }
  const struct {
    const char *text, *per;
  } before[] = {{"每人", "人"},       {"每生每天", "生·天"},   {"补助标准为每亩", "亩"},
                {"人均", "人"},       {"生均公用经费", "生"},  {"户均", "户"},
                {"每年", "年"},       {"共拨付", ""},          {"每个人都得到了实惠，共", ""},
                {"参保人均可在", ""}, {"人均可支配收入", "人"}};
  for (const auto& row : before) EXPECT_EQ(units().per_before(row.text), row.per) << row.text;
}

TEST(Units, KnowsWhatANumberWithoutUnitCounts) {
  EXPECT_EQ(units().bare_kind("补助资金", ""), Kind::amount);
  EXPECT_EQ(units().bare_kind("参保人数", ""), Kind::headcount);
  EXPECT_EQ(units().bare_kind("资金惠及群众", ""), Kind::headcount);
  EXPECT_EQ(units().bare_kind("", "补助资金"), Kind::amount);
  EXPECT_EQ(units().bare_kind("种植面积", ""), std::nullopt);
  EXPECT_TRUE(units().bare_percent("预算执行率"));
  EXPECT_FALSE(units().bare_percent("执行率为高的项目"));
}

TEST(Units, RefusesAFaultyFileWithItsLine) {
  const struct {
    const char *text, *message;
  } rows[] = {
      {"[[unit]]\ntext = ['元']\nkind = 'money'\n", "units.toml:1: kind must be"},
      {"\n[[unit]]\ntext = ['元']\nkind = 'amount'\nunti = 'CNY'\n",
       "units.toml:5: unknown key unti; did you mean unit?"},
      {"[[unit]]\ntext = ['个', '个']\nkind = 'count'\n", "units.toml:1: unit 个 stands twice"},
      {"[[word]]\ntext = ['一半']\nkind = 'rate'\nunit = 'percent'\nvalue = 'fifty'\n",
       "units.toml:1: value must be a decimal"},
      {"[[comparator]]\nvalue = 'more'\nbefore = ['超过']\n", "units.toml:1: value must be one of eq ge"},
      {"[[unit]]\ntext = '元'\nkind = 'amount'\n", "units.toml:2: text must be a list of strings"},
  };
  for (const auto& row : rows) {
    try {
      Units(TomlFile("units.toml", row.text, false));
      ADD_FAILURE() << "no fault in " << row.text;
    } catch (const PatternError& error) {
      EXPECT_EQ(std::string(error.what()).rfind(row.message, 0), 0u) << error.what();
    }
  }
}

}  // namespace
}  // namespace ziping
