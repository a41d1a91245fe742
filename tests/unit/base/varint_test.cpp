#include "base/varint.h"

#include <gtest/gtest.h>

#include <limits>

namespace ziping {
namespace {

TEST(Varint, GoesThereAndBack) {
  for (std::uint64_t number : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, std::uint64_t{300},
                               std::numeric_limits<std::uint64_t>::max()}) {
    std::string bytes;
    put_varint(bytes, number);
    std::string_view left = bytes;
    EXPECT_EQ(take_varint(left), number);
    EXPECT_TRUE(left.empty());
  }
  std::string bytes;
  put_varint(bytes, 300);
  EXPECT_EQ(bytes, "\xAC\x02");
}

TEST(Varint, CutOffOrEndlessIsNone) {
  for (std::string bytes : {"", "\x80", "\xFF\xFF"}) {
    std::string_view left = bytes;
    EXPECT_FALSE(take_varint(left)) << bytes.size();
  }
  std::string endless(11, '\x80');
  std::string_view left = endless;
  EXPECT_FALSE(take_varint(left));
}

TEST(SizedText, GoesThereAndBack) {
  std::string bytes;
  put_sized(bytes, "经费");
  put_sized(bytes, "");
  std::string_view left = bytes;
  EXPECT_EQ(take_sized(left), "经费");
  EXPECT_EQ(take_sized(left), "");
  EXPECT_FALSE(take_sized(left));
  std::string_view cut = std::string_view(bytes).substr(0, 4);
  EXPECT_FALSE(take_sized(cut));
}

}  // namespace
}  // namespace ziping
