#include "base/files.h"
#include "review/draw_pictures.h"
#include "review/png.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

namespace ziping {
namespace {

namespace fs = std::filesystem;

class Pictures : public testing::Test {
 protected:
  Pictures() {
    std::string name = (fs::temp_directory_path() / "ziping-pictures-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~Pictures() override { fs::remove_all(folder_); }

  /// Codes of the documents that lack pictures.
  std::map<std::string, std::string> draw(const std::vector<WantedPictures>& wanted,
                                          const std::string& sources) {
    std::map<std::string, std::string> problems;
    DrawingOptions options;
    options.sources = sources;
    options.jobs = 2;
    options.timeout = 5;
    options.on_page = [this](std::size_t done, std::size_t) { done_ = done; };
    options.on_problem = [&](const WantedPictures& document, const std::string& code) {
      problems[document.document] = code;
    };
    StopSignals signals;
    EXPECT_TRUE(draw_pictures(wanted, PictureFolder(folder_ + "/pages"), options, signals));
    return problems;
  }

  std::string folder_;
  std::size_t done_ = 0;  ///< pages that draw() has told of
};

WantedPictures pages_of(const std::string& root, const std::string& document, std::vector<int> pages) {
  return {document, sha256_hex(read_file(root + "/" + document)), std::move(pages)};
}

TEST(Png, saysHowLargeItsPageIs) {
  PagePicture picture{3, 2, 2.0, std::string("\0\x80\xFF\xFF\x80\0", 6)};
  std::string png = png_of(picture);
  std::optional<PngSize> size = png_size(png);
  ASSERT_TRUE(size);
  EXPECT_EQ(size->width, 3);
  EXPECT_EQ(size->height, 2);
  EXPECT_NEAR(size->points, 2.0, 0.001);
  EXPECT_FALSE(png_size(png.substr(0, 40)));
  EXPECT_FALSE(png_size("<svg onload=alert(1)>" + std::string(60, ' ')));
}

TEST_F(Pictures, areDrawnOnceAndKept) {
  const std::string corpus = std::string(ZIPING_SOURCE_DIR) + "/corpus";
  WantedPictures wanted = pages_of(corpus, "water-city-transfer/report.pdf", {1, 3});
  EXPECT_TRUE(draw({wanted}, corpus).empty());
  PictureFolder folder(folder_ + "/pages");
  EXPECT_TRUE(folder.missing(wanted.sha256, wanted.pages).empty());
  std::vector<PictureSize> sizes = folder.sizes(wanted.sha256, wanted.pages);
  ASSERT_EQ(sizes.size(), 2u);
  EXPECT_EQ(sizes[1].page, 3);
  EXPECT_NEAR(sizes[0].width, 595, 1);
  EXPECT_NEAR(sizes[0].height, 842, 1);
  folder.remove_others({PictureFolder::name_of(wanted.sha256)});
  EXPECT_EQ(folder.sizes(wanted.sha256, wanted.pages).size(), 2u);
  folder.remove_others({});
  EXPECT_TRUE(folder.sizes(wanted.sha256, wanted.pages).empty());
}

TEST_F(Pictures, tellWhyTheyAreNotThere) {
  const std::string corpus = std::string(ZIPING_SOURCE_DIR) + "/corpus";
  WantedPictures absent{"none/report.pdf", std::string(64, 'a'), {1, 2}};
  WantedPictures changed{"water-city-transfer/report.pdf", std::string(64, 'b'), {1}};
  WantedPictures short_one = pages_of(corpus, "water-city-transfer/report.pdf", {1, 999});
  auto problems = draw({absent, changed}, corpus);
  EXPECT_EQ(problems["none/report.pdf"], "absent");
  EXPECT_EQ(problems["water-city-transfer/report.pdf"], "changed");
  EXPECT_EQ(done_, 3u);
  EXPECT_EQ(draw({short_one}, corpus)["water-city-transfer/report.pdf"], "damaged");
}

TEST_F(Pictures, ofAFileWhoseNameIsNoUtf8) {
  const std::string report = std::string(ZIPING_SOURCE_DIR) + "/corpus/water-city-transfer/report.pdf";
  fs::copy_file(report, folder_ + "/\xB1\xA8.pdf");
  EXPECT_TRUE(draw({{"%B1%A8.pdf", sha256_hex(read_file(report)), {1}}}, folder_).empty());
}

TEST_F(Pictures, ofFilesThatMeanHarm) {
  const std::string broken = std::string(ZIPING_SHARED_DIR) + "/broken";
  if (!fs::exists(broken)) GTEST_SKIP() << broken << " is absent";
  std::vector<WantedPictures> wanted;
  std::size_t pages = 0;
  for (const std::string& path : list_files(broken, {".pdf"})) {
    wanted.push_back(pages_of(broken, fs::path(path).filename(), {1, 2}));
    pages += 2;
  }
  draw(wanted, broken);
  EXPECT_EQ(done_, pages);
}

}  // namespace
}  // namespace ziping
