#include "write/csv.h"
#include "write/jsonl.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

TEST(Csv, QuotesWhereNeeded) {
  const struct {
    const char *cell, *field;
  } rows[] = {{"", ""},
              {"预算 100", "预算 100"},
              {"a,b", "\"a,b\""},
              {"说“好”", "说“好”"},
              {"say \"yes\"", "\"say \"\"yes\"\"\""},
              {"two\nlines", "\"two\nlines\""},
              {"=1+1", "=1+1"}};
  for (const auto& row : rows) EXPECT_EQ(csv_field(row.cell), row.field);
}

const Table kTable{
    "t",
    "",
    "",
    {{"s", ColumnType::text, "", ""}, {"i", ColumnType::integer, "", ""}, {"n", ColumnType::number, "", ""}},
    {}};

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

}  // namespace
}  // namespace ziping
