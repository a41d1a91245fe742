#include "app/pace.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

TEST(Pace, IsThatOfSteadyWorkFromTheFirstSecond) {
  Pace pace(10);
  EXPECT_EQ(pace.per_second(), 0);
  for (int second = 1; second <= 30; ++second) {
    pace.reach(second, 4.0 * second);
    EXPECT_NEAR(pace.per_second(), 4, 1e-9) << second;
  }
}

TEST(Pace, ForgetsByHalfLives) {
  Pace pace(10);
  for (int second = 1; second <= 100; ++second) pace.reach(second, 10.0 * second);
  for (int second = 101; second <= 110; ++second) pace.reach(second, 1000);
  EXPECT_NEAR(pace.per_second(), 5, 0.1);
  for (int second = 111; second <= 140; ++second) pace.reach(second, 1000);
  EXPECT_LT(pace.per_second(), 1);
}

TEST(Pace, LooksBackNowhere) {
  Pace pace(10);
  pace.reach(2, 10);
  pace.reach(2, 1000);
  pace.reach(1, 5000);
  EXPECT_NEAR(pace.per_second(), 5, 1e-9);
}

TEST(TimeLeft, IsUnknownUntilEnoughIsRead) {
  TimeLeft left;
  EXPECT_FALSE(left.seconds());
  left.reach(9, 100, 50, 0);
  EXPECT_FALSE(left.seconds()) << "nine seconds are few";
  left.reach(10, 100, 50, 0);
  EXPECT_TRUE(left.seconds());
  TimeLeft slow;
  slow.reach(60, 100, 4, 0);
  EXPECT_FALSE(slow.seconds()) << "four inputs are few";
  TimeLeft archive;
  archive.reach(600, 1, 0, 0);
  EXPECT_FALSE(archive.seconds());
}

TEST(TimeLeft, FollowsThePaceOfWhatIsRead) {
  TimeLeft left;
  for (int second = 1; second <= 20; ++second) left.reach(second, 1000, 2 * second, 0);
  EXPECT_NEAR(*left.seconds(), 480, 1e-6);
}

TEST(TimeLeft, IsNotMisledByWhatAnEarlierRunHadRead) {
  TimeLeft left;
  left.reach(1, 10000, 8000, 8000);
  for (int second = 2; second <= 21; ++second) left.reach(second, 10000, 8000 + 2 * (second - 1), 8000);
  EXPECT_NEAR(*left.seconds(), 1960 / 2.0, 100);
}

TEST(TimeLeft, EndsAtNothing) {
  TimeLeft left;
  left.reach(20, 40, 40, 0);
  EXPECT_EQ(left.seconds(), 0);
  left.reach(21, 40, 41, 0);
  EXPECT_EQ(left.seconds(), 0);
}

TEST(About, SaysAsMuchAsIsKnown) {
  const std::pair<double, const char*> rows[] = {
      {0, "about 10 s"},
      {14, "about 10 s"},
      {57, "about 60 s"},
      {94.9, "about 90 s"},
      {100, "about 2 min"},
      {12.4 * 60, "about 12 min"},
      {5699, "about 95 min"},
      {5700, "about 1 h 40 min"},
      {2 * 3600 + 56 * 60, "about 3 h 0 min"},
      {47.9 * 3600, "about 47 h 50 min"},
      {73 * 3600, "about 3 days"},
  };
  for (const auto& [seconds, words] : rows) EXPECT_EQ(about(seconds), words) << seconds;
}

TEST(Duration, IsExact) {
  const std::pair<double, const char*> rows[] = {
      {0.2, "0 s"}, {39.4, "39 s"}, {59.6, "1 min 0 s"}, {725, "12 min 5 s"}, {12000, "3 h 20 min"},
  };
  for (const auto& [seconds, words] : rows) EXPECT_EQ(duration(seconds), words) << seconds;
}

}  // namespace
}  // namespace ziping
