#include "base/utf8.h"
#include "write/csv.h"
#include "write/formula_guard.h"
#include "write/jsonl.h"
#include "write/review_link.h"
#include "write/stata.h"
#include "write/xlsx.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

std::string csv_field(const std::string& cell) {
  std::string field;
  append_csv_field(field, cell);
  return field;
}

TEST(Csv, QuotesWhereNeeded) {
  const struct {
    const char *cell, *field;
  } rows[] = {{"", ""},
              {"预算 100", "预算 100"},
              {"a,b", "\"a,b\""},
              {"说“好”", "说“好”"},
              {"say \"yes\"", "\"say \"\"yes\"\"\""},
              {"two\nlines", "\"two\nlines\""}};
  for (const auto& row : rows) EXPECT_EQ(csv_field(row.cell), row.field);
}

TEST(Csv, WhatASpreadsheetWouldRunIsText) {
  for (const char* cell :
       {"=1+1", "@SUM(A1)", "\tx", "+cmd|' /C calc'!A0", "-2+3+cmd|x", "-按期完成", "＝1", "-"})
    EXPECT_TRUE(runs_as_formula(cell)) << cell;
  for (const char* cell : {"", "-12.5", "-27418.05万元", "+5%", "80~90", "优", "1=1", "≥95%", "-0.5"})
    EXPECT_FALSE(runs_as_formula(cell)) << cell;
  EXPECT_EQ(csv_field("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
}

const Table kTable{
    "t",
    "",
    "",
    {{"s", ColumnType::text, "", ""}, {"i", ColumnType::integer, "", ""}, {"n", ColumnType::figure, "", ""}},
    {}};

std::string json_object(const Table& table, const Row& row) {
  std::string object;
  JsonObjects(table).append(object, row);
  return object;
}

TEST(Jsonl, NumbersKeepTheirDigits) {
  EXPECT_EQ(json_object(kTable, {"12", "3", "12345678901234567890.05"}),
            R"({"s":"12","i":3,"n":12345678901234567890.05})");
}

TEST(Jsonl, WhatIsNoNumberIsAString) {
  for (const char* cell : {"80~90", "1:3", "优", "1e5", "-"})
    EXPECT_EQ(json_object(kTable, {"", "", cell}), std::string(R"({"s":null,"i":null,"n":")") + cell + "\"}");
}

TEST(Jsonl, EscapesWhatJsonNeedsEscaped) {
  EXPECT_EQ(json_object(kTable, {"a\"b\\\n\x01", "", "-0.5"}), R"({"s":"a\"b\\\n\u0001","i":null,"n":-0.5})");
}

TEST(Xlsx, ANumberOfMoreThan15DigitsIsNoNumber) {
  for (const char* number : {"123456789012345", "-0.00123456789012345", "1230000000000000000", "0", "000.0"})
    EXPECT_TRUE(fits_double(number)) << number;
  for (const char* number : {"1234567890123456", "12345678901234.56", "-430102199001011234"})
    EXPECT_FALSE(fits_double(number)) << number;
}

TEST(Xlsx, ALongTextIsCutAndSaysSo) {
  std::string fits, longer;
  for (int i = 0; i < 32767; ++i) fits += "字";
  longer = fits + "字";
  EXPECT_EQ(cut_for_cell(fits), fits);
  EXPECT_TRUE(cut_for_cell(longer).ends_with("字…［已截断 cut］"));
  EXPECT_EQ(count_chars(cut_for_cell(longer)), 32767u);
  std::string pairs;
  for (int i = 0; i < 16384; ++i) pairs += "𠀀";  // two UTF-16 units each
  EXPECT_EQ(count_chars(cut_for_cell(pairs)), (32767u - 10) / 2 + 10);
}

TEST(Stata, ALabelHas80Characters) {
  std::string label;
  for (int i = 0; i < 80; ++i) label += "预";
  EXPECT_EQ(stata_label(label), label);
  EXPECT_EQ(count_chars(stata_label(label + "算")), 80u);
}

TEST(ReviewLink, SpecialCharactersAreEscaped) {
  EXPECT_EQ(review_link("报告/2021 a#1&b=\"c\".pdf", "3", "record=8-12"),
            "review/index.html#doc=报告/2021%20a%231%26b%3D%22c%22.pdf&page=3&record=8-12");
  EXPECT_EQ(review_link("a.txt", "", ""), "review/index.html#doc=a.txt");
}

}  // namespace
}  // namespace ziping
