#include "audit/fact.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

struct PlaceCase {
  const char *printed, *value, *place;
};

TEST(LastPlace, IsThatOfThePrintedNumberInItsBaseUnit) {
  const PlaceCase cases[] = {
      {"2110万元", "21100000", "10000"},
      {"38.27万人", "382700", "100"},
      {"93.64%", "93.64", "0.01"},
      {"100.00%", "100", "0.01"},
      {"0.3‰", "0.03", "0.01"},
      {"28,281.37万元", "282813700", "100"},
      {"-27418.05万元", "-274180500", "100"},
      {"约2.5万人", "25000", "1000"},
      {"7.20亿元", "720000000", "1000000"},
      {"4元", "4", "1"},
      {"一百六十万元", "1600000", "100000"},
      {"0万元", "0", "1"},
  };
  for (const PlaceCase& c : cases)
    EXPECT_EQ(last_place(c.printed, *Decimal::parse(c.value)).str(), c.place) << c.printed;
}

Mention mention_of(const char* value, Kind kind, Comparator comparator, std::size_t end) {
  Mention mention;
  mention.kind = kind;
  mention.span = {0, end};
  mention.quantity.low = *Decimal::parse(value);
  mention.quantity.comparator = comparator;
  return mention;
}

TEST(Fact, IsNoneOfABoundOrAWord) {
  std::string text = "80余家";
  EXPECT_FALSE(fact_of(text, mention_of("80", Kind::count, Comparator::gt, text.size()), 0));
  Mention grade = mention_of("0", Kind::score, Comparator::eq, text.size());
  grade.quantity.word = "优";
  EXPECT_FALSE(fact_of(text, grade, 0));
}

TEST(Fact, WhatWasCountedHasNoSlack) {
  std::string text = "343人";
  EXPECT_TRUE(
      fact_of(text, mention_of("343", Kind::headcount, Comparator::eq, text.size()), 0)->slack.zero());
  text = "2.1万人";
  EXPECT_EQ(fact_of(text, mention_of("21000", Kind::headcount, Comparator::eq, text.size()), 0)->slack.str(),
            "500");
  text = "约25亿元";
  EXPECT_EQ(
      fact_of(text, mention_of("2500000000", Kind::amount, Comparator::approx, text.size()), 0)->slack.str(),
      "100000000");
}

}  // namespace
}  // namespace ziping
