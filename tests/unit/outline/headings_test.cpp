// The tree of headings: every numbering style and every fault of its numbers.
#include "support.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

/// `path heading` of each section, one a line.
std::string tree_of(std::string text) {
  std::string out;
  Outline found = outline_of(std::move(text));
  for (const Section& section : found.sections) out += section.path + " " + section.heading + "\n";
  return out;
}

struct Case {
  const char* name;
  const char* text;
  const char* tree;
};

const Case kCases[] = {
    {"all styles nested",
     "第一部分 "
     "部门概况\n一、主要职责\n（一）机构设置\n1."
     "内设机构\n（1）办公室\n①人员情况\n②设备情况\n（2）财务科\n2、下属单位\n"
     "（二）人员情况\n二、年度任务\n第二部分 决算情况说明\n一. 收入情况\n",
     "第一部分 部门概况\n第一部分/一 主要职责\n第一部分/一/（一） 机构设置\n第一部分/一/（一）/1 内设机构\n"
     "第一部分/一/（一）/1/（1） 办公室\n第一部分/一/（一）/1/（1）/① 人员情况\n第一部分/一/（一）/1/（1）/② "
     "设备情况\n"
     "第一部分/一/（一）/1/（2） 财务科\n第一部分/一/（一）/2 下属单位\n第一部分/一/（二） "
     "人员情况\n第一部分/二 年度任务\n"
     "第二部分 决算情况说明\n第二部分/一 收入情况\n"},
    {"round, half and symbol brackets",
     "（一）甲类\n1.乙类\n1)丙类\n2）丁类\n2.戊类\n⑴己类\n⑵庚类\n(二)辛类\n",
     "（一） 甲类\n（一）/1 乙类\n（一）/1/（1） 丙类\n（一）/1/（2） 丁类\n（一）/2 戊类\n（一）/2/（1） "
     "己类\n（一）/2/（2） 庚类\n（二） 辛类\n"},
    {"1. stands for 一、", "1.项目概况\n（一）立项情况\n（二）资金情况\n2.绩效情况\n（一）产出情况\n",
     "1 项目概况\n1/（一） 立项情况\n1/（二） 资金情况\n2 绩效情况\n2/（一） 产出情况\n"},
    {"glued to a paragraph's end",
     "三、绩效分析\n本年度共设定了十项指标，均达到年初设定的指标值。四、综合评价情况\n总体较好。\n",
     "三 绩效分析\n四 综合评价情况\n"},
    {"glued after a lost full stop", "一、基本情况\n项目按期完成二、存在问题\n无\n",
     "一 基本情况\n二 存在问题\n"},
    {"run into body at a colon", "（二）已落实年度绩效目标：一是发放补贴300万元；二是新建两座泵站。\n",
     "（二） 已落实年度绩效目标\n"},
    {"run into body without any stop",
     "3."
     "项目资金管理情况分析各乡镇严格执行资金管理办法，细化资金使用方案，所有资金统筹安排使用，坚持专款专用，"
     "管理规范。\n",
     "3 项目资金管理情况分析\n"},
    {"run into a year", "（一）资金到位情况2023年到位资金100万元。\n", "（一） 资金到位情况\n"},
    {"whole report in a paragraph",
     "一、基本情况2022年安排资金50万元，已全部到位。二、绩效情况（一）产出指标。完成管道改造12公里。（二）满"
     "意度指标。群众满意度96%。三、存在问题无。\n",
     "一 基本情况\n二 绩效情况\n二/（一） 产出指标\n二/（二） 满意度指标\n三 存在问题无\n"},
    {"number lost",
     "一、省级福利彩票公益金\n使用情况良好，资金已全部支付到位，专款专用。\n、市级体育彩票公益金\n使用情况良"
     "好，资金已全部支付到位，专款专用。\n",
     "一 省级福利彩票公益金\n二 市级体育彩票公益金\n"},
    {"bracket half lost",
     "（一）资金投入情况\n无偏差。\n（二）资金管理情况\n无偏差。\n)总体绩效目标完成情况\n已完成。\n",
     "（一） 资金投入情况\n（二） 资金管理情况\n（三） 总体绩效目标完成情况\n"},
    {"number gone, found by the next",
     "八、政府采购情况\n本年度政府采购支出总额为12."
     "5万元，全部为货物采购。\n其他重要事项\n本年度没有需要说明的其他事项，特此说明。\n十、名词解释\n",
     "八 政府采购情况\n九 其他重要事项\n十 名词解释\n"},
    {"unnumbered headings",
     "项目概况\n本项目于2021年立项，由区水务局组织实施。\n存在的问题\n部分设备老化，维护经费不足，影响正常使"
     "用。\n",
     "项目概况 项目概况\n存在的问题 存在的问题\n"},
    {"repeated and skipped",
     "（二）资金使用\n1.支出情况\n2.目标情况\n2.用途情况\n（四）存在问题\n1.人手不足\n",
     "（二） 资金使用\n（二）/1 支出情况\n（二）/2 目标情况\n（二）/2 用途情况\n（四） 存在问题\n（四）/1 "
     "人手不足\n"},
    {"out of level", "一、基本情况\n1.资金名称：某资金\n3.预期目标\n（三）存在的问题\n二、改进意见\n",
     "一 基本情况\n一/1 资金名称\n一/3 预期目标\n一/（三） 存在的问题\n二 改进意见\n"},
    {"a list that starts again below",
     "4.预算使用效益\n（1）目标实现情况\n1.落实政策\n2.优化服务\n（2）重点工作情况\n1.扩大覆盖面\n5."
     "其他情况\n",
     "4 预算使用效益\n4/（1） 目标实现情况\n4/（1）/1 落实政策\n4/（1）/2 优化服务\n4/（2） "
     "重点工作情况\n4/（2）/1 扩大覆盖面\n5 其他情况\n"},
    {"lists with two delimiters",
     "（一）评价小组\n1、小组成员\n组长一名。\n1.负责评价工作\n2.负责汇总工作\n2、小组职责\n",
     "（一） 评价小组\n（一）/1 小组成员\n（一）/1/1 负责评价工作\n（一）/1/2 负责汇总工作\n（一）/2 "
     "小组职责\n"},
    {"item 7 and 21 offices", "6.完成培训工作\n7.21个乡镇均设立服务窗口\n",
     "6 完成培训工作\n7 21个乡镇均设立服务窗口\n"},
    {"7.21 without an item 6", "一、基本情况\n7.21个百分点的增幅高于预期\n", "一 基本情况\n"},
    {"a value, not an item", "1.服务情况\n2.3万余家企业受益\n", "1 服务情况\n"},
    {"an item and a year", "1.2020年工作完成情况\n2.2021年工作完成情况\n",
     "1 2020年工作完成情况\n2 2021年工作完成情况\n"},
    {"values and dates at line starts", "一、基本情况\n3.5%的增长\n12.86亿元\n2024.3.25\n100万元\n2.50\n",
     "一 基本情况\n"},
    {"ordinals and inline lists",
     "一、基本情况\n一是加强管理；二是规范支出。\n一级指标为产出指标\n目标1：新建校舍\n", "一 基本情况\n"},
    {"duties cut at the first stop",
     "（一）主要职责\n1.贯彻执行国家和省关于水利工作的法律法规。拟订全县水利发展规划并组织实施。\n2."
     "负责全县水资源的统一管理、保护、节约和优化配置以及河湖长制的组织实施与监督检查、考核评估\n",
     "（一） 主要职责\n（一）/1 贯彻执行国家和省关于水利工作的法律法规\n（一）/2 "
     "负责全县水资源的统一管理、保护、节约和优化配置以及河湖长制的\n"},
    {"contents with leaders",
     "目录\n一、基本情况......1\n二、绩效情况……………（2）\n三、问题 - 3 "
     "-\n一、基本情况\n情况良好。\n二、绩效情况\n三、问题\n",
     "一 基本情况\n二 绩效情况\n三 问题\n"},
    {"contents without leaders",
     "目录\n第一部分 概况\n一、职责\n第二部分 决算\n第一部分 概况\n一、职责\n承担工作。\n第二部分 决算\n",
     "第一部分 概况\n第一部分/一 职责\n第二部分 决算\n"},
    {"leader lines without a contents title", "一、职责....(1)\nPAGEREF _Toc25831 h 3\n一、职责\n",
     "一 职责\n"},
    {"OCR: the point lost or doubled",
     "（二）资金使用绩效\n1.资金支出情况。\n2资金完成绩效目标情况。\n3.，资金分用途使用绩效。\n",
     "（二） 资金使用绩效\n（二）/1 资金支出情况\n（二）/2 资金完成绩效目标情况\n（二）/3 "
     "资金分用途使用绩效\n"},
    {"scores in headings", "1、项目投入情况，自评得分18分\n2、项目过程情况，自评得分32分\n",
     "1 项目投入情况\n2 项目过程情况\n"},
    {"markdown residue", "# 一、基本情况\n**（一）项目概况**\n", "一 基本情况\n一/（一） 项目概况\n"},
};

class Headings : public testing::TestWithParam<Case> {};

TEST_P(Headings, Tree) {
  EXPECT_EQ(tree_of(GetParam().text), GetParam().tree) << GetParam().name;
}

INSTANTIATE_TEST_SUITE_P(Outline, Headings, testing::ValuesIn(kCases));

TEST(Sections, BodiesEndAtTheNextHeading) {
  std::string text = "绩效自评报告\n一、概况\n甲文。\n（一）资金\n乙文。\n二、问题\n丙文。\n";
  Outline found = outline_of(text);
  ASSERT_EQ(found.sections.size(), 3U);
  EXPECT_EQ(found.sections[0].body.of(text), "\n甲文。\n");
  EXPECT_EQ(found.sections[2].body.of(text), "\n丙文。\n");
  EXPECT_EQ(found.sections[1].parent, 0);
  EXPECT_EQ(found.sections[1].level, 2);
  EXPECT_EQ(found.sections[2].mark, "二、");
  EXPECT_EQ(found.section_at(text.find("乙")), 1);
  EXPECT_EQ(found.section_at(text.find("绩效")), -1);
  EXPECT_EQ(found.section_at(text.find("（一）")), 1);
}

}  // namespace
}  // namespace ziping
