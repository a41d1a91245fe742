#include "audit/judge.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

Decimal decimal(const char* text) {
  return *Decimal::parse(text);
}

Fact fact(const char* value, const char* place) {
  Fact fact;
  fact.value = decimal(value);
  fact.place = decimal(place);
  fact.slack = (fact.place * Decimal(5)).shifted(-1);
  return fact;
}

struct RateCase {
  const char *rate, *place, *part, *whole, *money_place;
  Severity severity;
};

TEST(JudgeRate, ByThePrintedDecimalsAndOneUnitInTheLastPlace) {
  const RateCase cases[] = {
      {"95.93", "0.01", "83651", "87200", "1", Severity::agree},
      {"86", "1", "34300", "40000", "1", Severity::agree},              // 85.75
      {"86.19", "0.01", "861800", "1000000", "1", Severity::rounding},  // one unit off
      {"86.2", "0.1", "861800", "1000000", "1", Severity::agree},
      {"93.64", "0.01", "23318.06", "50000", "0.01", Severity::disagree},
      {"95", "1", "9634", "10000", "1", Severity::disagree},
      {"95", "1", "9590", "10000", "1", Severity::rounding},
      {"33.3", "0.1", "1", "3", "1", Severity::agree},
      {"30", "1", "1", "3", "1", Severity::rounding},  // 1 may be 0.5 to 1.5
  };
  for (const RateCase& c : cases) {
    auto share =
        share_of(fact(c.part, c.money_place), fact(c.whole, c.money_place), decimal(c.place).decimals());
    ASSERT_TRUE(share);
    EXPECT_EQ(name_of(judge(fact(c.rate, c.place), *share)), std::string(name_of(c.severity)))
        << c.part << " of " << c.whole << " is " << c.rate;
  }
  EXPECT_FALSE(share_of(fact("1", "1"), fact("0", "1"), 2));
}

TEST(JudgeSum, MustBeExactToAgree) {
  Fact stated = fact("2962000", "1000");
  EXPECT_EQ(judge(stated, decimal("2962000"), Decimal(0)), Severity::agree);
  EXPECT_EQ(judge(stated, decimal("2962100"), decimal("200")), Severity::rounding);
  EXPECT_EQ(judge(stated, decimal("2972000"), decimal("200")), Severity::disagree);
}

TEST(Slip, IsOneDigitOrTwoNeighbours) {
  EXPECT_TRUE(is_slip(decimal("12345"), decimal("12354")));
  EXPECT_TRUE(is_slip(decimal("12345"), decimal("12945")));
  EXPECT_TRUE(is_slip(decimal("28920"), decimal("2892.0")) == false);
  EXPECT_FALSE(is_slip(decimal("12345"), decimal("13245.5")));
  EXPECT_FALSE(is_slip(decimal("123"), decimal("132")));
  EXPECT_FALSE(is_slip(decimal("12345"), decimal("12345")));
}

}  // namespace
}  // namespace ziping
