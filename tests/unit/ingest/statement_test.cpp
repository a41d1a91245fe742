#include "ingest/content/statement.h"

#include <gtest/gtest.h>
#include <string>

namespace ziping::content {
namespace {

/// Operators with the number of their operands: `re4 f0`.
std::string statements_of(std::string_view text) {
  ByteBuffer bytes;
  bytes.append(text);
  Statements statements(bytes);
  std::string out;
  while (statements.next())
    out += (out.empty() ? "" : " ") + std::string(statements.name()) +
           std::to_string(statements.operands().count());
  return out;
}

TEST(Statements, AreOperatorsWithTheirOperands) {
  const struct {
    std::string text;
    const char* statements;
  } rows[] = {
      {"1 2 3 4 re f", "re4 f0"},
      {"[(a) 1 [2 3] (b)] TJ", "TJ1"},
      {"/Span << /ActualText (a) /K [1 2] >> BDC EMC", "BDC2 EMC0"},
      {"/F1 12 Tf 1 2", "Tf2"},  // nothing follows the last two
      {"]", "]0"},
      {"[1 2", ""},
      {"<< 1 2 >> x", ""},
  };
  for (const auto& row : rows) {
    if (row.text.starts_with("<< 1"))
      EXPECT_THROW(statements_of(row.text), GaveUp);
    else
      EXPECT_EQ(statements_of(row.text), row.statements) << row.text;
  }
}

TEST(Statements, KeepThirtyThreeOperands) {
  std::string many;
  for (int i = 0; i < 40; ++i) many += std::to_string(i) + " ";
  ByteBuffer bytes;
  bytes.append(many + "scn");
  Statements statements(bytes);
  ASSERT_TRUE(statements.next());
  EXPECT_EQ(statements.operands().count(), 33U);
  statements.operands().keep_last(2);
  EXPECT_EQ(statements.operands().number(0), 31);
  EXPECT_EQ(statements.operands().number(1), 32);
}

TEST(Statements, DeepArraysAreNotFollowed) {
  EXPECT_THROW(statements_of(std::string(100, '[') + " TJ"), GaveUp);
}

TEST(Operands, PartsOfArraysAndDictionaries) {
  ByteBuffer bytes;
  bytes.append("/P << /A 1 /B [2 3] /C (x) /A 9 >> BDC");
  Statements statements(bytes);
  ASSERT_TRUE(statements.next());
  const Operands& operands = statements.operands();
  const Operand& dict = operands[1];
  ASSERT_EQ(dict.kind, Kind::dict);
  ASSERT_NE(operands.value(dict, "A"), nullptr);
  EXPECT_EQ(operands.value(dict, "A")->number, 1);
  EXPECT_EQ(operands.value(dict, "C")->text, "x");
  EXPECT_EQ(operands.value(dict, "x"), nullptr);  // a value, not a key
  double sum = 0;
  operands.each(*operands.value(dict, "B"), [&](const Operand& part) { sum += part.number; });
  EXPECT_EQ(sum, 5);
}

}  // namespace
}  // namespace ziping::content
