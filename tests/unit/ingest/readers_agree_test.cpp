#include "page_difference.h"

#include <gtest/gtest.h>

namespace ziping {
namespace {

/// Reads every PDF of a folder with both readers, which must find the same. Our own must read it by itself.
void compare_readers(const std::filesystem::path& folder) {
  const auto pdfs = testing::pdfs_in(folder);
  if (pdfs.empty()) GTEST_SKIP() << "no PDF in " << folder;
  for (const auto& path : pdfs) {
    const std::string bytes = read_file(path);
    const testing::Reading own = testing::read_with(PdfReaderChoice::own, bytes);
    EXPECT_EQ(difference(own, testing::read_with(PdfReaderChoice::poppler, bytes)), "") << path;
    EXPECT_EQ(own.gave_up, "") << path;
  }
}

TEST(ReadersAgree, OnTheCorpus) {
  compare_readers(ZIPING_SOURCE_DIR "/corpus");
}

TEST(ReadersAgree, OnReports) {
  compare_readers(ZIPING_SHARED_DIR "/reports");
}

TEST(ReadersAgree, OnForms) {
  compare_readers(ZIPING_SHARED_DIR "/forms");
}

}  // namespace
}  // namespace ziping
