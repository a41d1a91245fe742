// Dates, years, places and numbering marks by themselves.
#include "outline/date.h"
#include "outline/mark.h"
#include "outline/region.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

TEST(Date, AsExactAsPrinted) {
  const std::pair<const char*, const char*> cases[] = {
      {"2024.3.25", "2024-03-25"},
      {"2024年8月9日", "2024-08-09"},
      {"2024 年 8 月 9 日", "2024-08-09"},
      {"2022年3月 日", "2022-03"},
      {"2024.10", "2024-10"},
      {"二〇二四年三月", "2024-03"},
      {"二零二三年十二月三十一日", "2023-12-31"},
      {"二○二四年三月五日", "2024-03-05"},
      {"2022年5月20", "2022-05-20"},
      {"2024-03-05", "2024-03-05"},
      {"2024/3/5", "2024-03-05"},
      {"20240325", "2024-03-25"},
      {"2024年", "2024"},
      {"约2024年3月5日前后", "2024-03-05"},
      {"2024年13月", "2024"},
      {"2024．3．25", "2024-03-25"},
      {"2024. 3. 25", "2024-03-25"},
      {"第2024号", ""},
      {"2023年度", ""},
      {"1234567", ""},
      {"", ""},
  };
  for (auto [text, iso] : cases) {
    auto date = find_date(text);
    EXPECT_EQ(date ? date->iso() : "", iso) << text;
  }
}

TEST(Date, LinesThatAreDates) {
  for (const char* line : {"2024年8月9日", "（2024年3月）", "二〇二四年三月", "2024.3.25", "2022年3月 日"})
    EXPECT_TRUE(date_line(line)) << line;
  for (const char* line : {"2023年度", "2024年8月9日前完成", "截至2024年8月9日", "2024年", "2022"})
    EXPECT_FALSE(date_line(line)) << line;
}

TEST(Date, Years) {
  auto years = find_years("2023年度预算与2022年相比，二〇二一年度持平，12023年不是");
  ASSERT_EQ(years.size(), 3U);
  EXPECT_EQ(years[0].year, 2023);
  EXPECT_TRUE(years[0].fiscal);
  EXPECT_EQ(years[1].year, 2022);
  EXPECT_FALSE(years[1].fiscal);
  EXPECT_EQ(years[2].year, 2021);
}

TEST(Region, BySuffixGrammar) {
  const std::pair<const char*, const char*> cases[] = {
      {"青河市东湖区医疗保障局", "青河市东湖区"},
      {"宁川省青河市云岭县石桥镇人民政府", "宁川省青河市云岭县石桥镇"},
      {"云岭县教育局", "云岭县"},
      {"云岭县市场监督管理局", "云岭县"},
      {"青河市市场监督管理局", "青河市"},
      {"青河市住房和城乡建设局", "青河市"},
      {"青河市城市管理局", "青河市"},
      {"云岭县乡村振兴局", "云岭县"},
      {"云岭县城镇职工医保中心", "云岭县"},
      {"江州市水利局", "江州市"},
      {"银德镇市文化局", "银德镇市"},
      {"北乡县财政局", "北乡县"},
      {"某南苗族侗族自治州民政局", "某南苗族侗族自治州"},
      {"黔山土家族苗族自治县林业局", "黔山土家族苗族自治县"},
      {"内蒙北自治区西林盟东乌旗农牧局", "内蒙北自治区西林盟东乌旗"},
      {"北山地区行署", "北山地区"},
      {"江海经济技术开发区管委会", "江海经济技术开发区"},
      {"滨河区望江街道办事处", "滨河区望江街道"},
      {"江海新区管委会", "江海新区"},
      {"睢县交通局", "睢县"},
      {"青河市市中区残联", "青河市市中区"},
      {"青河市红旗区残联", "青河市红旗区"},
      {"青河市社区服务中心", "青河市"},
      {"宁川省财政厅", "宁川省"},
      {"市场监督管理局", ""},
      {"县级财政", ""},
      {"区域协调发展", ""},
      {"财政部", ""},
      {"教育部办公厅", ""},
      {"全市义务教育", ""},
      {"各县区", ""},
      {"医疗保障基金", ""},
      {"城乡居民医疗保险", ""},
      {"", ""},
  };
  for (auto [text, place] : cases) EXPECT_EQ(leading_place(text), place) << text;
}

TEST(ListMark, StylesAndNumbers) {
  struct Case {
    const char* text;
    MarkStyle style;
    int number;
    const char* step;
  };
  const Case cases[] = {
      {"第一部分 概况", MarkStyle::part, 1, "第一部分"},
      {"十二、其他", MarkStyle::han, 12, "十二"},
      {"三.问题", MarkStyle::han, 3, "三"},
      {"（十）其他", MarkStyle::han_paren, 10, "（十）"},
      {"(二)资金", MarkStyle::han_paren, 2, "（二）"},
      {"二）资金", MarkStyle::han_paren, 2, "（二）"},
      {"1.项目", MarkStyle::arabic, 1, "1"},
      {"1 .项目", MarkStyle::arabic, 1, "1"},
      {"10、职能", MarkStyle::arabic, 10, "10"},
      {"3．项目", MarkStyle::arabic, 3, "3"},
      {"（1）数量", MarkStyle::arabic_paren, 1, "（1）"},
      {"2)数量", MarkStyle::arabic_paren, 2, "（2）"},
      {"⑶数量", MarkStyle::arabic_paren, 3, "（3）"},
      {"④数量", MarkStyle::circled, 4, "④"},
      {"1.2020年工作", MarkStyle::arabic, 1, "1"},
  };
  for (const Case& c : cases) {
    auto mark = read_mark(c.text);
    ASSERT_TRUE(mark) << c.text;
    EXPECT_EQ(mark->style, c.style) << c.text;
    EXPECT_EQ(mark->number, c.number) << c.text;
    EXPECT_EQ(path_step(mark->style, mark->number), c.step) << c.text;
    EXPECT_FALSE(mark->doubtful) << c.text;
  }
}

TEST(ListMark, WhatIsNone) {
  for (const char* text :
       {"2.3万余家", "3.5%", "12.86亿元", "2023年度", "（2023年度）", "一、二级指标", "三、四季度",
        "（含税）", "100万元", "0.5个百分点", "项目", "", "《办法》", "（一级预算单位）", "2.50"}) {
    auto mark = read_mark(text);
    EXPECT_FALSE(mark && !mark->doubtful) << text;
  }
}

}  // namespace
}  // namespace ziping
