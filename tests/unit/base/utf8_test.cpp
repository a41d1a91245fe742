#include "base/utf8.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

TEST(Utf8, WalksBothWays) {
  const std::string text = "a预𠮷";
  std::size_t at = 0;
  EXPECT_EQ(next_char(text, at), U'a');
  EXPECT_EQ(next_char(text, at), U'预');
  EXPECT_EQ(next_char(text, at), U'𠮷');
  EXPECT_EQ(at, text.size());
  EXPECT_EQ(char_before(text, at), U'𠮷');
  EXPECT_EQ(char_before(text, 1), U'a');
  EXPECT_EQ(char_before(text, 0), char32_t{0});
  EXPECT_EQ(char_at(text, text.size()), char32_t{0});
}

TEST(Utf8, MalformedBytesGoOneByOne) {
  const std::string text =
      "\xB1\xA8"
      "a";
  std::size_t at = 0;
  EXPECT_EQ(next_char(text, at), U'\uFFFD');
  EXPECT_EQ(at, 1u);
}

TEST(Utf8, ConvertsAndCounts) {
  EXPECT_EQ(to_utf8(U"a预𠮷"), "a预𠮷");
  EXPECT_EQ(to_utf32("a预𠮷"), U"a预𠮷");
  EXPECT_EQ(count_chars("a预𠮷"), 3u);
  EXPECT_EQ(display_width("a预，é"), 6);
}

}  // namespace
}  // namespace ziping
