// Values as reports write them: what stands in the text, its exact value, unit, bound and denominator.
#include "support.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

struct Row {
  const char *text, *values;
};

void expect_values(std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(testing::values_in(row.text), row.values) << row.text;
}

TEST(Values, Amounts) {
  expect_values({
      {"下达资金36.57亿元。", "36.57亿元=3657000000 CNY"},
      {"下达资金2110万元。", "2110万元=21100000 CNY"},
      {"下达资金 2110 万元。", "2110万元=21100000 CNY"},
      {"支付387664.62元。", "387664.62元=387664.62 CNY"},
      {"到位0.08902696亿元。", "0.08902696亿元=8902696 CNY"},
      {"到位9265.353442万元。", "9265.353442万元=92653534.42 CNY"},
      {"拨付28,281.37万元。", "28,281.37万元=282813700 CNY"},
      {"拨付１２，３４５．６７元。", "12,345.67元=12345.67 CNY"},
      {"结余-193.15万元。", "-193.15万元=-1931500 CNY"},
      {"结余为负193.15万元。", "负193.15万元=-1931500 CNY"},
      {"结余0万元。", "0万元=0 CNY"},
      {"支出0.00元。", "0.00元=0 CNY"},
      {"合同价一百二十万元。", "一百二十万元=1200000 CNY"},
      {"合同价壹佰壹拾捌万伍仟元整。", "壹佰壹拾捌万伍仟元整=1185000 CNY"},
      {"合同价人民币50万元。", "50万元=500000 CNY"},
      {"支付7千元。", "7千元=7000 CNY"},
      {"支付3百万元。", "3百万元=3000000 CNY"},
      {"总投资1.2万亿元。", "1.2万亿元=1200000000000 CNY"},
      {"安排资金48万元（其中县级12万元）。", "48万元=480000 CNY; 12万元=120000 CNY"},
      {"支付购置款3.5万人民币。", "3.5万人民币=35000 CNY"},
      {"合同价￥300，已付¥1.2万。", "¥300=300 CNY; ¥1.2万=12000 CNY"},
  });
}

TEST(Values, MoneyOfSmallCoins) {
  expect_values({
      {"票价50元6角3分。", "50元6角3分=50.63 CNY"},
      {"票价五十元六角。", "五十元六角=50.6 CNY"},
      {"单价3角。", "3角=0.3 CNY"},
      {"单价九十九块九。", "九十九块九=99.9 CNY"},
      {"单价12块钱。", "12块钱=12 CNY"},
      {"补助5元分别发放。", "5元=5 CNY"},
  });
}

TEST(Values, TenThousandsWithoutYuanByTheirClause) {
  expect_values({
      {"下达补助资金141.8万。", "141.8万=1418000 CNY"},
      {"筹措17.46万补助资金。", "17.46万=174600 CNY"},
      {"全县参保人数18.6万。", "18.6万=186000 person"},
      {"种植面积3万。", ""},
      {"资金到位3千。", ""},
  });
}

TEST(Values, UnitsFromTwinsAndParts) {
  expect_values({
      {"资金总额63.72，实际支付63.72万元。", "63.72=637200 CNY; 63.72万元=637200 CNY"},
      {"项目资金1032.44（含中央资金689.31万元，省级资金343.13万元）。",
       "1032.44=10324400 CNY; 689.31万元=6893100 CNY; 343.13万元=3431300 CNY"},
      {"编号63.72，实际支付63.73万元。", "63.73万元=637300 CNY"},
  });
}

TEST(Values, Rates) {
  expect_values({
      {"执行率100%。", "100%=100 percent"},
      {"执行率100.00％。", "100.00%=100 percent"},
      {"执行率97.618 %。", "97.618%=97.618 percent"},
      {"完成率243%。", "243%=243 percent"},
      {"执行率0%。", "0%=0 percent"},
      {"孕产妇死亡率0.0046‰。", "0.0046‰=0.00046 percent"},
      {"提高11.6个百分点。", "11.6个百分点=11.6 percentage_point"},
      {"下降0.1个比点。", "0.1个比点=0.1 percentage_point"},
      {"增长率为-3.2%。", "-3.2%=-3.2 percent"},
      {"满意度百分之九十八点七五。", "百分之九十八点七五=98.75 percent"},
      {"满意度百分之85.5。", "百分之85.5=85.5 percent"},
      {"发病率千分之五。", "千分之五=0.5 percent"},
      {"发病率万分之五。", "万分之五=0.05 percent"},
      {"已完成三分之二。", "三分之二=66.67 percent"},
      {"已完成二分之一。", "二分之一=50 percent"},
      {"已支付一半资金。", "一半=50 percent"},
      {"做到百分百覆盖。", "百分百=100 percent"},
      {"满意度达九成以上。", "九成以上=90 percent ge"},
      {"满意度达九成五。", "九成五=95 percent"},
      {"产量为上年的1.8倍。", "1.8倍=1.8 ratio"},
      {"产量翻一番。", "一番=2 ratio"},
      {"由省、市、县按7:2:1比例分担。", "7:2:1=7:2:1 ratio"},
      {"配套比例为1:3。", "1:3=1:3 ratio"},
      {"按6：4配套。", "6:4=6:4 ratio"},
  });
}

TEST(Values, HeadcountsAndHouseholds) {
  expect_values({
      {"参保420.08万人。", "420.08万人=4200800 person"},
      {"培训1200人次。", "1200人次=1200 person_time"},
      {"实有在编32名。", "32名=32 person"},
      {"惠及5300户。", "5300户=5300 household"},
      {"增加二十名教师。", "二十名=20 person"},
      {"服务3.2万人次。", "3.2万人次=32000 person_time"},
      {"配备5位医生。", "5位=5 person"},
  });
}

TEST(Values, Scores) {
  expect_values({
      {"自评得分98分。", "98分=98 point"},
      {"自评得分 97.6 分。", "97.6分=97.6 point"},
      {"产出指标（50分）。", "50分=50 point"},
      {"因进度滞后扣2分。", "2分=2 point"},
      {"满分为一百分。", "一百分=100 point"},
      {"课程60分钟。", "60分钟=60 分钟"},
  });
}

TEST(Values, CountsInTheirOwnWords) {
  expect_values({
      {"新建泵站3座。", "3座=3 座"},
      {"新建泵站三座。", "三座=3 座"},
      {"改造道路32.1公里。", "32.1公里=32.1 公里"},
      {"建设高标准农田2万亩。", "2万亩=20000 亩"},
      {"发放图书2.2万册。", "2.2万册=22000 册"},
      {"工期9个月。", "9个月=9 个月"},
      {"响应时间2天。", "2天=2 天"},
      {"管网5km。", "5km=5 km"},
      {"绿化25.29㎡。", "25.29㎡=25.29 ㎡"},
      {"检查企业74家次。", "74家次=74 家次"},
      {"服务期限3年。", "3年=3 年"},
      {"完成检测2300批次。", "2300批次=2300 批次"},
      {"培训12期。", "12期=12 期"},
      {"排查隐患五十处。", "五十处=50 处"},
  });
}

TEST(Values, BoundsBeforeAndBehind) {
  expect_values({
      {"满意度≥95%。", "≥95%=95 percent ge"},
      {"满意度>=95%。", "≥95%=95 percent ge"},
      {"满意度≧90%。", "≥90%=90 percent ge"},
      {"满意度不低于90%。", "不低于90%=90 percent ge"},
      {"满意度达到90%以上。", "90%以上=90 percent ge"},
      {"成本≤475万元。", "≤475万元=4750000 CNY le"},
      {"成本不超过5万元。", "不超过5万元=50000 CNY le"},
      {"成本控制在5万元以内。", "控制在5万元以内=50000 CNY le"},
      {"投资超过3亿元。", "超过3亿元=300000000 CNY gt"},
      {"服务逾20多万人次。", "逾20多万人次=200000 person_time gt"},
      {"配备200余台。", "200余台=200 台 gt"},
      {"检查80多家。", "80多家=80 家 gt"},
      {"检查2.3万余家。", "2.3万余家=23000 家 gt"},
      {"资金不足5万元。", "不足5万元=50000 CNY lt"},
      {"覆盖近3000人。", "近3000人=3000 person lt"},
      {"覆盖约3000人。", "约3000人=3000 person approx"},
      {"覆盖3000人左右。", "3000人左右=3000 person approx"},
      {"节约5万元。", "5万元=50000 CNY"},
      {"附近3个村。", "3个=3 个"},
      {"慰问人数=9人。", "9人=9 person"},
      {"2天以内办结。", "2天以内=2 天 le"},
      {"死亡率低于0.5‰。", "低于0.5‰=0.05 percent lt"},
  });
}

TEST(Values, RangesShareUnitAndMultiplier) {
  expect_values({
      {"每套造价80～90万元。", "80~90万元=800000~900000 CNY range /套"},
      {"每套造价80万元-90万元。", "80万元-90万元=800000~900000 CNY range /套"},
      {"每亩成本24~30元。", "24~30元=24~30 CNY range /亩"},
      {"工期3至5天。", "3至5天=3~5 天 range"},
      {"比例为70%到80%。", "70%到80%=70~80 percent range"},
      {"配备一至二名人员。", "一至二名=1~2 person range"},
      {"补助8—12元/公里。", "8-12元/公里=8~12 CNY range /公里"},
      {"由280元提高到320元。", "280元=280 CNY; 320元=320 CNY"},
      {"从85%提高到92%。", "85%=85 percent; 92%=92 percent"},
      {"从5万元到8万元。", "5万元=50000 CNY; 8万元=80000 CNY"},
  });
}

TEST(Values, ListsShareTheLastUnit) {
  expect_values({
      {"分别为120、80和35万元。", "120=1200000 CNY; 80=800000 CNY; 35万元=350000 CNY"},
      {"分别为12人、8人和5人。", "12人=12 person; 8人=8 person; 5人=5 person"},
      {"分别完成3、4、5个。", "3=3 个; 4=4 个; 5个=5 个"},
      {"甲县780万元、乙县690万元。", "780万元=7800000 CNY; 690万元=6900000 CNY"},
  });
}

TEST(Values, UnitPrices) {
  expect_values({
      {"补助1600元/亩。", "1600元/亩=1600 CNY /亩"},
      {"补助583元/人*月。", "583元/人*月=583 CNY /人·月"},
      {"补助400元/人、天。", "400元/人、天=400 CNY /人·天"},
      {"补助5300元/户·年。", "5300元/户·年=5300 CNY /户·年"},
      {"每人610元。", "610元=610 CNY /人"},
      {"每生每天3元。", "3元=3 CNY /生·天"},
      {"生均1000元。", "1000元=1000 CNY /生"},
      {"人均610元。", "610元=610 CNY /人"},
      {"补助标准为每人每月120元。", "120元=120 CNY /人·月"},
      {"产量290kg/人。", "290kg/人=290 kg /人"},
      {"补助不超过500元/亩。", "不超过500元/亩=500 CNY le /亩"},
  });
}

TEST(Values, FormulasGiveTheirResult) {
  expect_values({
      {"预算执行率=47/50*100%=94%。", "94%=94 percent"},
      {"执行率=94。", "94=94 percent"},
  });
}

TEST(Values, NumbersThatAreNone) {
  for (const char* text : {
           "截至2023年12月31日。",
           "2022-2023年度。",
           "二〇二三年五月。",
           "3月底前到位。",
           "2023.05.06。",
           "根据某财教〔2023〕15号文。",
           "依据《关于下达500万元的通知》。",
           "第3批次。",
           "第一季度。",
           "联系电话：0777-1234567。",
           "12345热线。",
           "项目资金XX万元。",
           "新增**人。",
           "其他万元。",
           "逾期的扣0.5-2分。",
           "每少1人扣0.5分，扣完为止。",
           "90分以上为优。",
           "80（含）—90分为良。",
           "落实“三保障”。",
           "一站式服务。",
           "开展三年行动。",
           "建设5G基站。",
           "处理H7N9病例。",
           "S215线。",
           "8023部队。",
           "40%精简。",
           "支付500美元。",
           "一个单位。",
           "一家企业。",
           "千家万户。",
           "三五人。",
           "（1）数量指标。",
           "1.8.3节。",
           "为80岁老人。",
           "统一部署。",
           "进一步加强。",
           "唯一。",
           "一二三。",
       })
    EXPECT_EQ(testing::values_in(text), "") << text;
}

TEST(Values, StandWhereTheTextHasThem) {
  testing::OneReport report("一、甲项目，共支出１２.５万元以上，惠及3户。");
  auto mentions = report.mentions();
  ASSERT_EQ(mentions.size(), 2u);
  EXPECT_EQ(report.raw(mentions[0]), "12.5万元以上");
  EXPECT_EQ(report.raw(mentions[1]), "3户");
  EXPECT_LT(mentions[0].span.end, mentions[1].span.begin);
}

TEST(Values, SaysWhyANumberIsNone) {
  testing::OneReport report("截至2023年12月31日，第3名支付5美元，三五人。");
  std::vector<Skipped> skipped;
  EXPECT_TRUE(report.mentions(nullptr, &skipped).empty());
  ASSERT_GE(skipped.size(), 4u);
  EXPECT_EQ(skipped[0].reason, "date (skip.date)");
  for (const Skipped& skip : skipped) EXPECT_FALSE(skip.reason.empty());
}

TEST(ValueGrammar, ExplainingChangesNoMention) {
  for (const char* text : {"0p01%", "支出5万元（型号A3b，2023年），共3.2万元。", "2022年3月5、6万元"}) {
    testing::OneReport report(text);
    std::vector<Skipped> skipped;
    EXPECT_EQ(report.mentions(nullptr, &skipped).size(), report.mentions().size()) << text;
  }
}

}  // namespace
}  // namespace ziping
