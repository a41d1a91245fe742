#include "record/contacts.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

/// In the tests one number of eleven digits is a figure.
std::string hidden(const char* text) {
  return without_contacts(text, [](std::string_view digits) { return digits == "13900000000"; });
}

TEST(Contacts, TelephoneNumbersAreHidden) {
  const struct {
    const char *text, *hidden;
  } rows[] = {
      {"联系电话：5550123", "联系电话：*******"},
      {"联系电话：【5550123】", "联系电话：【*******】"},
      {"联系电话 | 0000-5550123", "联系电话 | ************"},
      {"电话：5550123、5550124", "电话：*******、*******"},
      {"手机号码: 138 0000 0000", "手机号码: *** **** ****"},
      {"有事打13800000000找我", "有事打13800000000找我"},
      {"咨询13800000000。", "咨询***********。"},
      {"县民政局（0000-55501234）", "县民政局（*************）"},
      {"办公室（0731）5550123", "办公室（************"},
      {"身份证11010519490301002X号", "身份证******************号"},
      {"发到 xiaowang_1@example.com", "发到 **********@example.com"},
  };
  for (const auto& row : rows) EXPECT_EQ(hidden(row.text), row.hidden) << row.text;
}

TEST(Contacts, FiguresAndHotlinesStay) {
  for (const char* text :
       {"支出13812345678元", "支出13812345678.50", "合计 | 13900000000", "拨打12345热线", "电话回访320人",
        "电话费：1234567.5元", "2021-2023年", "共1380000000人", "预算 1234567 1234567",
        "联系电话 | 投诉 | 1200000", "指标值≥95% | 100 | 12345678", "统一社会信用代码11430000006123456A"})
    EXPECT_EQ(hidden(text), text);
}

TEST(Contacts, NamesBehindTheirWordsAreHidden) {
  const struct {
    const char *text, *hidden;
  } rows[] = {
      {"联系人：张三", "联系人：**"},
      {"联系人张三，电话", "联系人**，电话"},
      {"填报人（签字）：李 四　日期", "填报人（签字）：* *　日期"},
      {"填报人姓名：欧阳小明", "填报人姓名：****"},
      {"项目负责人 | 王五 | 联系电话", "项目负责人 | ** | 联系电话"},
      {"审核人：赵六、钱七", "审核人：**、**"},
      {"负责人：艾力·买买提", "负责人：******"},
      {"组长：陈某某，副组长：周某", "组长：***，副组长：**"},
  };
  for (const auto& row : rows) EXPECT_EQ(hidden(row.text), row.hidden) << row.text;
}

TEST(Contacts, OtherWordsStay) {
  for (const char* text : {"项目负责人 | 单位 | 金额", "负责人：全面负责资金安排", "填报人：县教育局",
                           "企业负责人安全培训9期", "联系人员众多", "责任人：办公室", "负责人签字",
                           "联系人：无", "负责人 | 联系电话 | 备注", "群众满意度 | ≥90% | 92%"})
    EXPECT_EQ(hidden(text), text);
}

TEST(Contacts, ACellIsReadWithTheOneBeforeIt) {
  DocumentResult document;
  EXPECT_EQ(without_contacts_of_cell("联系人", "张三", document), "**");
  EXPECT_EQ(without_contacts_of_cell("联系电话", "5550123", document), "*******");
  EXPECT_EQ(without_contacts_of_cell("预算数", "5550123", document), "5550123");
  EXPECT_EQ(without_contacts_of_cell("", "张三", document), "张三");
}

}  // namespace
}  // namespace ziping
