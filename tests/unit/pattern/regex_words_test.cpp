#include "pattern/regex_words.h"

#include "pattern/regex.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ziping {
namespace {

using Words = std::vector<std::string>;

TEST(NeededWords, TellsWhatEveryMatchHolds) {
  const struct {
    const char* re;
    Words words;
  } rows[] = {{"扣减", {"扣减"}},
              {"[0-9.]+ ?分?扣(?:减)? ?[0-9.]+|(?:的|者)，?得 ?[0-9.]+", {"扣", "得"}},
              {"甲乙?丙丁", {"丙丁"}},
              {"甲乙+丙", {"甲乙"}},
              {"甲{2}乙", {"甲"}},
              {"(?:甲乙|丙)[0-9]", {"甲乙", "丙"}},
              {"(甲)[0-9]{0,3}乙丙", {"乙丙"}},
              {"[\\]甲]乙", {"乙"}},
              {"\\.甲", {"甲"}}};
  for (const auto& row : rows) EXPECT_EQ(needed_words(row.re), row.words) << row.re;
}

TEST(NeededWords, SaysNothingWhereNothingIsNeeded) {
  for (const char* re :
       {"[0-9]+", "甲?", "甲*", "甲|[0-9]", "甲|", "(?:甲|乙?)", "(?i:a)甲", "甲{0,2}", "(?:甲)?", "."})
    EXPECT_TRUE(needed_words(re).empty()) << re;
}

TEST(Regex, FindsNothingWithoutTheNeededWord) {
  Regex re("[0-9]+分?扣[0-9]");
  EXPECT_FALSE(re.found_in("5分得5"));
  EXPECT_TRUE(re.found_in("得5分扣5"));
  EXPECT_EQ(re.find("扣5，5扣5", 4), (Span{7, 12}));
  EXPECT_FALSE(re.find("5扣5，", 5).has_value());
}

}  // namespace
}  // namespace ziping
