// Covers of the genre, invented: what a report says of itself.
#include "support.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

struct Case {
  const char* name;
  const char* text;
  const char* title;
  int year;
  const char* organisation;
  const char* project;
  const char* date;
  const char* region;
  const char* kind;
};

constexpr const char* kProject = "project_self_evaluation";
constexpr const char* kDepartment = "department_self_evaluation";
constexpr const char* kTransfer = "transfer_payment_self_evaluation";

const Case kCases[] = {
    {"education, county, blank seal and brackets",
     "附件3\n项目支出绩效自评报告\n（2022年度）\n项目名称：农村校舍维修改造\n项目单位（盖章）：云岭县教育局\n"
     "主管部门：云岭县教育局\n填报人：李某 "
     "联系电话：0871-1234567\n填报日期：2023年4月7日\n一、项目概况\n（一）项目立项情况。\n",
     "项目支出绩效自评报告", 2022, "云岭县教育局", "农村校舍维修改造", "2023-04-07", "云岭县", kProject},
    {"department report with the office on the title's line",
     "青河市水利局2023年度部门整体支出绩效自评报告\n一、部门概况\n（一）部门职能。\n青河市水利局是市政府工作"
     "部门。\n"
     "二、绩效分析\n青河市水利局\n2024年5月16日\n",
     "青河市水利局2023年度部门整体支出绩效自评报告", 2023, "青河市水利局", "", "2024-05-16", "青河市",
     kDepartment},
    {"transfer report, office above the title, signed",
     "宁川省民政厅\n2022年中央财政困难群众救助补助资金绩效自评报告\n"
     "一、绩效目标分解下达情况\n（一）中央下达预算和绩效目标情况\n2022年中央财政下达我省资金12.5亿元。\n"
     "二、绩效目标完成情况分析\n五、其他需要说明的问题\n无。\n宁川省民政厅\n2023年3月20日\n",
     "2022年中央财政困难群众救助补助资金绩效自评报告", 2022, "宁川省民政厅", "中央财政困难群众救助补助资金",
     "2023-03-20", "宁川省", kTransfer},
    {"title broken after its lead",
     "关于临溪县2021年农村公路养护补助资金的\n绩效自评报告\n一、绩效目标分解下达情况\n上级下达资金800万元。\n"
     "临溪县交通运输局\n2022.6.3\n",
     "关于临溪县2021年农村公路养护补助资金的绩效自评报告", 2021, "临溪县交通运输局", "农村公路养护补助资金",
     "2022-06-03", "临溪县", kTransfer},
    {"title broken inside its last word",
     "平湖市2023年城市管网及污水处理补助资金绩效自\n评报告\n一、基本情况\n（一）下达转移支付预算情况\n"
     "平湖市住房和城乡建设局\n2024年4月\n",
     "平湖市2023年城市管网及污水处理补助资金绩效自评报告", 2023, "平湖市住房和城乡建设局",
     "城市管网及污水处理补助资金", "2024-04", "平湖市", kTransfer},
    {"cover page, then the title again over the text",
     "某东县2022年度高标准农田建设项目\n绩效自评报告\n某东县农业农村局\n二〇二三年三月\n"
     "某东县2022年度高标准农田建设项目\n绩效自评报告\n根据县财政局要求，现将项目绩效自评情况报告如下：\n一、"
     "项目基本情况\n",
     "某东县2022年度高标准农田建设项目绩效自评报告", 2022, "某东县农业农村局", "高标准农田建设项目",
     "2023-03", "某东县", kProject},
    {"red head and document number",
     "北屯县教育体育局文件\n北教体〔2024〕18号\n关于2023年学前教育发展专项资金绩效自评情况的报告\n县财政局："
     "\n"
     "按照通知要求，我局组织开展了自评，现将情况报告如下：\n一、基本情况\n专项资金共计300万元。\n北屯县教育体"
     "育局\n2024年3月12日\n",
     "关于2023年学前教育发展专项资金绩效自评情况的报告", 2023, "北屯县教育体育局", "学前教育发展专项资金",
     "2024-03-12", "北屯县", kProject},
    {"township, Chinese date",
     "石桥镇人民政府\n2022年度部门整体支出绩效自评报告\n一、单位基本情况\n"
     "石桥镇人民政府设5个办公室。\n石桥镇人民政府\n二〇二三年六月二十日\n",
     "2022年度部门整体支出绩效自评报告", 2022, "石桥镇人民政府", "", "2023-06-20", "石桥镇", kDepartment},
    {"subdistrict of a district",
     "预算部门：南江市滨河区望江街道办事处\n整体支出绩效自评报告\n评价年度：2023年\n"
     "部门名称：南江市滨河区望江街道办事处\n报告日期：2024-05-08\n一、部门概况\n",
     "整体支出绩效自评报告", 2023, "南江市滨河区望江街道办事处", "", "2024-05-08", "南江市滨河区望江街道",
     kDepartment},
    {"form with cells of their own",
     "项目支出绩效自评表\n（2023年度）\n项目名称\n社区养老服务补贴\n主管部门\n东陵市民政局\n实施单位\n"
     "东陵市养老服务中心\n项目资金（万元）\n年初预算数\n全年预算数\n全年执行数\n年度资金总额\n120\n120\n118\n"
     "一级指标\n二级指标\n总分\n",
     "项目支出绩效自评表", 2023, "东陵市养老服务中心", "社区养老服务补贴", "", "东陵市", "form"},
    {"form of a transfer payment",
     "附件2\n转移支付区域（项目）绩效目标自评表\n（2022年度）\n转移支付（项目）名称 水利发展资金\n"
     "中央主管部门 水利部\n地方主管部门 甘河省水利厅\n资金使用单位 "
     "甘河省水利厅\n资金情况（万元）\n全年预算数（A）\n年度资金总额：\n500\n",
     "转移支付区域（项目）绩效目标自评表", 2022, "甘河省水利厅", "水利发展资金", "", "甘河省", "form"},
    {"target form",
     "项目支出绩效目标申报表\n（2024年度）\n项目名称：图书购置\n填报单位：松林市图书馆\n年度资金总额 "
     "50\n一级指标\n",
     "项目支出绩效目标申报表", 2024, "松林市图书馆", "图书购置", "", "松林市", "target_form"},
    {"blank seal: no organisation",
     "财政支出项目绩效自评报告\n（2021年度）\n项目名称：乡村道路硬化\n项目单位：（公章）\n（一级预算单位）\n"
     "填报人姓名：赵某\n联系电话：7654321\n填报日期：2022年5月20一、基本情况\n2021年投入资金60万元。\n",
     "财政支出项目绩效自评报告", 2021, "", "乡村道路硬化", "2022-05-20", "", kProject},
    {"template slots left",
     "部门整体支出绩效自评报告\n评价年度：2022年度\n部门名称：（单位名称）\n填报单位：XX\n填报日期： 年 月 "
     "日\n一、部门基本情况\n",
     "部门整体支出绩效自评报告", 2022, "", "", "", "", kDepartment},
    {"scan: a comma for the colon",
     "财政支出项目绩效自评报告\n（2023年度）\n项目名称，校园安防建设\n项目单位，（公章）长岭县教育局\n填报人"
     "姓名，周某\n"
     "联系电话，3344556\n填报日期，2024.3.25\n一、基本情况\n",
     "财政支出项目绩效自评报告", 2023, "长岭县教育局", "校园安防建设", "2024-03-25", "长岭县", kProject},
    {"scan: characters lost or misread in labels",
     "财政支出项目绩效自评报告\n（2023年度）\n目名称：河道清淤工程\n顼目单位：〈公章）海丰县水务局\n（一级预"
     "算单位）\n填报入姓名：钱某\n"
     "真报日期：2024年2月1日\n一、基本情况\n",
     "财政支出项目绩效自评报告", 2023, "海丰县水务局", "河道清淤工程", "2024-02-01", "海丰县", kProject},
    {"scan: spaces inside labels and values, the seal half lost",
     "财政支出项目绩效自评报告\n（2022年度）\n项 目名称： 乡镇 卫生院能力建设\n项目 单位：公章） 白沙县 "
     "卫生健康局\n填报 日期 ，2023.4.6\n一、基本情况\n",
     "财政支出项目绩效自评报告", 2022, "白沙县卫生健康局", "乡镇卫生院能力建设", "2023-04-06", "白沙县",
     kProject},
    {"scan: label broken over lines, office cut",
     "财政支出项目绩效自评报告\n（2022年度）\n项目名称：义务教育阶段家庭经济困难学生生活补\n助资金\n"
     "项目单位：《公章）红岩县\n教育局\n填报\n人姓名：孙某\n填报\n日期：2023年5月4日\n一、基本情况\n",
     "财政支出项目绩效自评报告", 2022, "红岩县教育局", "义务教育阶段家庭经济困难学生生活补助资金",
     "2023-05-04", "红岩县", kProject},
    {"several labels on a line",
     "项目支出绩效自评报告\n项目名称：公园绿化养护 项目单位：西城区园林管理处 "
     "填报日期：2024/01/15\n一、项目概况\n2023年度安排资金90万元。\n",
     "项目支出绩效自评报告", 2023, "西城区园林管理处", "公园绿化养护", "2024-01-15", "西城区", kProject},
    {"ministry: no place",
     "教育部\n2022年学生资助补助经费绩效自评报告\n一、绩效目标分解下达情况\n（一）中央下达转移支付预算情况\n2"
     "023年6月\n",
     "2022年学生资助补助经费绩效自评报告", 2022, "教育部", "学生资助补助经费", "2023-06", "", kTransfer},
    {"market supervision is no city", "沙湾县市场监督管理局2022年度整体支出绩效自评报告\n一、部门概况\n",
     "沙湾县市场监督管理局2022年度整体支出绩效自评报告", 2022, "沙湾县市场监督管理局", "", "", "沙湾县",
     kDepartment},
    {"autonomous county of a municipality",
     "单位名称：渝东市石柱土家族自治县林业局\n2023年林业改革发展资金绩效自评报告\n一、绩效目标分解下达情况\n",
     "2023年林业改革发展资金绩效自评报告", 2023, "渝东市石柱土家族自治县林业局", "林业改革发展资金", "",
     "渝东市石柱土家族自治县", kTransfer},
    {"neutral title, decided by a department's headings",
     "金山县司法局2023年度绩效自评报告\n一、单位基本情况\n（一）机构设置\n（二）人员情况\n二、部门整体支出情"
     "况\n",
     "金山县司法局2023年度绩效自评报告", 2023, "金山县司法局", "", "", "金山县", kDepartment},
    {"neutral title, decided by the transfer outline",
     "绩效自评报告\n（2023年度）\n资金名称：残疾人事业发展补助资金\n填报单位：安平市残疾人联合会\n"
     "一、绩效目标分解下达情况\n二、绩效情况分析\n三、偏离绩效目标的原因和下一步改进措施\n",
     "绩效自评报告", 2023, "安平市残疾人联合会", "残疾人事业发展补助资金", "", "安平市", kTransfer},
    {"third party",
     "2022年度老旧小区改造项目\n财政重点绩效评价报告\n委托单位：西川市财政局\n评价机构：某会计师事务所\n报告"
     "日期：2023年10月\n"
     "一、项目基本情况\n二、评价工作实施情况\n",
     "2022年度老旧小区改造项目财政重点绩效评价报告", 2022, "西川市财政局", "老旧小区改造项目", "2023-10",
     "西川市", "third_party_evaluation"},
    {"final account",
     "昌河县统计局2022年度部门决算\n目录\n第一部分 部门概况……1\n第二部分 决算情况说明……5\n第一部分 "
     "部门概况\n一、部门职责\n",
     "昌河县统计局2022年度部门决算", 2022, "昌河县统计局", "", "", "昌河县", "final_account"},
    {"model text",
     "绩效自评报告范文（精选7篇）\n根据要求，20xx年我局对项目进行了自评，现将有关情况报告如下，供参考学习使用"
     "，欢迎下载阅读。\n一、基本情况\n",
     "绩效自评报告范文（精选7篇）", 0, "", "", "", "", "model_text"},
    {"no title at all", "一、基本情况\n2023年度我县安排资金100万元。\n二、存在问题\n无\n", "", 2023, "", "",
     "", "", ""},
    {"year from the text where nothing else names it",
     "项目绩效自评报告\n项目名称：消防站建设\n项目单位：丹江市消防救援支队\n填报日期：2023年3月1日\n一、项目"
     "概况\n"
     "2022年度预算安排500万元，2021年度已完成立项，2022年度建成。\n",
     "项目绩效自评报告", 2022, "丹江市消防救援支队", "消防站建设", "2023-03-01", "丹江市", kProject},
    {"year before the report's date",
     "项目绩效自评报告\n项目名称：养老院供暖\n项目单位：山阳县民政局\n填报日期：2023年3月1日\n一、项目概况\n"
     "项目已完成。\n",
     "项目绩效自评报告", 2022, "山阳县民政局", "养老院供暖", "2023-03-01", "山阳县", kProject},
    {"banner and region",
     "内蒙北自治区西林郭勒盟东乌旗农牧局\n2023年农业防灾减灾资金绩效自评报告\n一、绩效目标分解下达情况\n",
     "2023年农业防灾减灾资金绩效自评报告", 2023, "内蒙北自治区西林郭勒盟东乌旗农牧局", "农业防灾减灾资金", "",
     "内蒙北自治区西林郭勒盟东乌旗", kTransfer},
    {"covering letter before the report",
     "关于报送2022年食品安全专项资金绩效自评报告的函\n市财政局：\n现将我单位食品安全专项资金绩效自评报告报送"
     "你局，请予审核，如有不妥请及时告知我单位并予以指正。\n"
     "江口市2022年食品安全专项资金绩效自评报告\n一、项目概况\n江口市市场监督管理局\n2023年2月28日\n",
     "江口市2022年食品安全专项资金绩效自评报告", 2022, "江口市市场监督管理局", "食品安全专项资金",
     "2023-02-28", "江口市", kProject},
};

class Covers : public testing::TestWithParam<Case> {};

TEST_P(Covers, AreRead) {
  const Case& c = GetParam();
  Outline found = outline_of(c.text);
  ASSERT_EQ(found.reports.size(), 1U) << found.reports.back().title;
  const Report& report = found.reports[0];
  EXPECT_EQ(report.title, c.title);
  EXPECT_EQ(report.fiscal_year.value_or(0), c.year);
  EXPECT_EQ(report.organisation, c.organisation);
  EXPECT_EQ(report.project, c.project);
  EXPECT_EQ(report.report_date, c.date);
  EXPECT_EQ(report.region, c.region);
  EXPECT_EQ(report.document_kind, c.kind);
}

INSTANTIATE_TEST_SUITE_P(Outline, Covers, testing::ValuesIn(kCases));

}  // namespace
}  // namespace ziping
