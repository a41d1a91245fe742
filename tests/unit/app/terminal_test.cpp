#include "app/terminal.h"

#include "base/utf8.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ziping {
namespace {

using testing::ElementsAre;

std::vector<std::string> pieces(const std::string& text, int width) {
  std::vector<std::string> parts;
  for (Span piece : wrap(text, width)) parts.emplace_back(piece.of(text));
  return parts;
}

TEST(Wrap, HanBreaksAnywhereButNotBeforeAClosingMark) {
  EXPECT_THAT(pieces("预算执行率", 6), ElementsAre("预算执", "行率"));
  EXPECT_THAT(pieces("预算执，行率", 6), ElementsAre("预算", "执，行", "率"));
  EXPECT_THAT(pieces("", 6), ElementsAre(""));
}

TEST(Wrap, NumbersAndWordsStayWhole) {
  EXPECT_THAT(pieces("共计1187.5万元", 8), ElementsAre("共计", "1187.5万", "元"));
  EXPECT_THAT(pieces("100000000000", 8), ElementsAre("10000000", "0000"));
}

TEST(Wrap, NoPieceIsWiderThanAsked) {
  const std::string text = "截至2022年底，实际支出1187.5万元（其中省级800万元），executed 95%；其余结转。";
  for (int width : {10, 17, 24, 40}) {
    std::string joined;
    for (const std::string& piece : pieces(text, width)) {
      EXPECT_LE(display_width(piece), width) << piece;
      joined += piece;
    }
    EXPECT_EQ(joined, text);
  }
}

TEST(Columns, LineUpByDisplayWidth) {
  EXPECT_EQ(padded("预算", 6), "预算  ");
  EXPECT_EQ(padded("budget", 4), "budget");
  EXPECT_EQ(clipped("预算执行率", 6), "预算…");
  EXPECT_EQ(clipped("预算", 4), "预算");
}

TEST(Paint, ColoursOnlyWhereWanted) {
  EXPECT_EQ(paint({.colour = false}, Colour::good, "x"), "x");
  EXPECT_EQ(paint({.colour = true}, Colour::good, "x"), "\x1b[32mx\x1b[0m");
  EXPECT_EQ(paint({.colour = true}, Colour::none, "x"), "x");
}

TEST(Printable, ShowsWhatATerminalWouldObey) {
  EXPECT_EQ(printable("a/预算.pdf"), "a/预算.pdf");
  EXPECT_EQ(printable("a\x1b[2J\nb\x7f"), "a%1B[2J%0Ab%7F");
  EXPECT_EQ(printable("\u009b1m\u202efdp"), "%C2%9B1m%E2%80%AEfdp");
  EXPECT_EQ(printable("\xff"), "\uFFFD");
}

}  // namespace
}  // namespace ziping
