#include "pattern/numeral.h"

#include <gtest/gtest.h>

#include <string>

namespace ziping {
namespace {

struct Row {
  const char *text, *value;
  std::size_t rest = 0;  ///< bytes of the text that do not belong to the number
};

TEST(Numeral, ReadsNumbersExactly) {
  const Row rows[] = {
      {"0", "0"},
      {"0.00", "0"},
      {"2110", "2110"},
      {"48.483710", "48.48371"},
      {"139.433578", "139.433578"},
      {"28,281.37", "28281.37"},
      {"4,525", "4525"},
      {"1,234,567.8", "1234567.8"},
      {"250000.00", "250000"},
      {"12,34", "12", 3},
      {"1234,567", "1234", 4},
      {"5.", "5", 1},
      {"1.2.3", "1.2", 2},
      {"3万", "30000"},
      {"7.2亿", "720000000"},
      {"5千", "5000"},
      {"5万4千6百", "54600"},
      {"350万亿", "350000000000000"},
      {"3亿5千万", "350000000"},
      {"2.5万", "25000"},
      {"〇", "0"},
      {"零", "0"},
      {"七", "7"},
      {"两", "2"},
      {"十", "10"},
      {"十五", "15"},
      {"二十", "20"},
      {"四十三", "43"},
      {"一百", "100"},
      {"一百零五", "105"},
      {"一百五", "150"},
      {"一百五十", "150"},
      {"三千零六", "3006"},
      {"三千零六十", "3060"},
      {"一万三", "13000"},
      {"一万零三", "10003"},
      {"一百二十万", "1200000"},
      {"二千一百一十万", "21100000"},
      {"一亿二", "120000000"},
      {"三亿零五百万", "305000000"},
      {"一万二千三百四十五", "12345"},
      {"壹佰壹拾捌万伍仟", "1185000"},
      {"叁拾肆", "34"},
      {"陆仟柒佰捌拾玖", "6789"},
      {"二〇二三", "2023"},
      {"〇五", "5"},
      {"二点一五", "2.15"},
      {"九十八点七五", "98.75"},
      {"三点五万", "35000"},
      {"5千瓦", "5", 6},
      {"3元", "3", 3},
      {"三人", "3", 3},
  };
  for (const Row& row : rows) {
    std::string text = row.text;
    auto numeral = read_numeral(text, 0);
    ASSERT_TRUE(numeral) << text;
    ASSERT_TRUE(numeral->value) << text << ": " << numeral->fault;
    EXPECT_EQ(numeral->value->str(), row.value) << text;
    EXPECT_EQ(text.size() - numeral->end, row.rest) << text;
  }
}

TEST(Numeral, GivesNoValueToAnUnknownShape) {
  for (const char* text :
       {"三五", "一二三", "一百二百", "二十三十", "百", "万", "千", "亿", "一千万千", "一万百", "十百",
        "2.5万3千", "3万5万", "一万二万", "1234567890123456789012345678901", "1234567890123456789012345",
        "99999万亿亿亿亿", "九九九九九九九九九九九九九九九九九九九九九九九九九",
        "一点一二三四五六七八九一二三四"}) {
    auto numeral = read_numeral(text, 0);
    ASSERT_TRUE(numeral) << text;
    EXPECT_FALSE(numeral->value) << text << " gave " << numeral->value->str();
    EXPECT_STRNE(numeral->fault, "") << text;
  }
}

TEST(Numeral, BeginsAtFiguresAndNumeralCharactersOnly) {
  for (const char* text : {"", "元", "几十", "多", "点五", "。", "A1", "个", ",5", ".5", "-5"})
    EXPECT_FALSE(read_numeral(text, 0)) << text;
  for (char32_t ch : U"0123456789〇零一二两九十百千万亿壹玖拾佰仟") {
    if (ch != 0) {
      EXPECT_TRUE(begins_numeral(ch)) << static_cast<std::uint32_t>(ch);
    }
  }
  for (char32_t ch : U"元余多点第几兆人A．") {
    if (ch != 0) {
      EXPECT_FALSE(begins_numeral(ch)) << static_cast<std::uint32_t>(ch);
    }
  }
}

TEST(Numeral, KeepsHowItWasWritten) {
  const struct {
    const char* text;
    bool chinese, more, multiplied;
  } rows[] = {{"20", false, false, false},    {"20万", false, false, true}, {"20多万", false, true, true},
              {"2.3万余", false, true, true}, {"二十", true, false, false}, {"七百余", true, true, false},
              {"二十万", true, false, false}, {"80余", false, true, false}};
  for (const auto& row : rows) {
    auto numeral = read_numeral(row.text, 0);
    ASSERT_TRUE(numeral && numeral->value) << row.text;
    EXPECT_EQ(numeral->chinese, row.chinese) << row.text;
    EXPECT_EQ(numeral->more, row.more) << row.text;
    EXPECT_EQ(numeral->multiplied, row.multiplied) << row.text;
    EXPECT_EQ(numeral->end, std::string(row.text).size()) << row.text;
  }
}

TEST(Numeral, StartsAnywhereInAText) {
  std::string text = "共计12.5万元";
  auto numeral = read_numeral(text, 6);
  ASSERT_TRUE(numeral && numeral->value);
  EXPECT_EQ(numeral->value->str(), "125000");
  EXPECT_EQ(text.substr(numeral->end), "元");
}

}  // namespace
}  // namespace ziping
