#include "base/decimal.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace ziping {
namespace {

Decimal decimal(const char* text) {
  return Decimal::parse(text).value();
}

TEST(Decimal, ReadsAndWrites) {
  const struct {
    const char *text, *written;
  } rows[] = {
      {"0", "0"},  {"12.50", "12.5"}, {"-0.05", "-0.05"},
      {"+3", "3"}, {"007", "7"},      {"100.00", "100"},
      {"-0", "0"}, {"0.10", "0.1"},   {"123456789012345678901234567890", "123456789012345678901234567890"}};
  for (const auto& row : rows) EXPECT_EQ(decimal(row.text).str(), row.written);
}

TEST(Decimal, RefusesWhatIsNoPlainNumber) {
  for (const char* text : {"", "-", ".", ".5", "5.", "1.2.3", "1e3", "1,000", " 1", "１", "80~90",
                           "1234567890123456789012345678901"})
    EXPECT_FALSE(Decimal::parse(text)) << text;
}

TEST(Decimal, CountsExactly) {
  EXPECT_EQ((decimal("0.1") + decimal("0.2")).str(), "0.3");
  EXPECT_EQ((decimal("1.05") - decimal("2")).str(), "-0.95");
  EXPECT_EQ((decimal("1.25") * decimal("-4")).str(), "-5");
  EXPECT_EQ(decimal("2110").shifted(4).str(), "21100000");
  EXPECT_EQ(decimal("12.5").shifted(-2).str(), "0.125");
  EXPECT_EQ(decimal("1.2345").shifted(2).str(), "123.45");
  EXPECT_EQ(decimal("1.50"), decimal("1.5"));
  EXPECT_LT(decimal("-2"), decimal("1.999"));
}

TEST(Decimal, RoundsFractionsHalfUp) {
  EXPECT_EQ(Decimal::ratio(Decimal(200), Decimal(3), 2).str(), "66.67");
  EXPECT_EQ(Decimal::ratio(Decimal(100), Decimal(3), 2).str(), "33.33");
  EXPECT_EQ(Decimal::ratio(Decimal(1), Decimal(8), 2).str(), "0.13");
  EXPECT_THROW(Decimal::ratio(Decimal(1), Decimal(0), 2), std::domain_error);
}

TEST(Decimal, NeverWraps) {
  const std::string most(38, '9');
  Decimal large = decimal("123456789012345678901234567890");
  Decimal small = decimal("0.0000000000000000000000000001");
  EXPECT_EQ((large * large).str(), most);
  EXPECT_EQ((-large * large).str(), "-" + most);
  EXPECT_EQ(large.shifted(20).str(), most);
  EXPECT_EQ(large.shifted(2'000'000'000).str(), most);
  EXPECT_EQ(Decimal().shifted(50).str(), "0");
  EXPECT_EQ((large.shifted(20) + large.shifted(20)).str(), most);
  EXPECT_GT(large, small);
  EXPECT_LT(-large, small);
  EXPECT_GT(Decimal::ratio(large, small, 6), large);
}

}  // namespace
}  // namespace ziping
