#include "rar_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ziping {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string kPdf = "%PDF-1.4 of a report";
const std::vector<Packed> kEntries = {{"x/a.pdf", kPdf}, {"video.mp4", "moving"}, {"b.txt", "some text"}};

TEST(Rar, StoredEntriesOfBothVersions) {
  for (const std::string& bytes : {rar4(kEntries), rar5(kEntries), rar5(kEntries, true)}) {
    Unpacked out = unpack(bytes);
    EXPECT_TRUE(is_archive(bytes));
    EXPECT_THAT(out.names, ElementsAre("x/a.pdf", "b.txt"));
    EXPECT_THAT(out.contents, ElementsAre(kPdf, "some text"));
    EXPECT_THAT(out.problems, IsEmpty());
  }
}

TEST(Rar, NamesInGbkAndUtf8) {
  EXPECT_THAT(unpack(rar4({{"\xBC\xA8\xD0\xA7.pdf", kPdf}})).names, ElementsAre("绩效.pdf"));
  EXPECT_THAT(unpack(rar5({{"绩效.pdf", kPdf}})).names, ElementsAre("绩效.pdf"));
}

TEST(Rar, EncryptedOnesNeedAPassword) {
  EXPECT_THAT(unpack(rar4(kEntries, true)).problems, ElementsAre("x/a.pdf: password", "b.txt: password"));
  EXPECT_EQ(unpack(rar5_locked()).refused, "password");
}

TEST(Rar, KeepsWhatStandsBeforeTheDamage) {
  for (const std::string& bytes : {rar4(kEntries), rar5(kEntries)}) {
    Unpacked out = unpack(bytes.substr(0, bytes.find("some text") + 4));
    EXPECT_THAT(out.names, ElementsAre("x/a.pdf"));
    ASSERT_FALSE(out.problems.empty());
    EXPECT_EQ(out.problems.front(), "b.txt: archive_damaged");
  }
}

}  // namespace
}  // namespace ziping
