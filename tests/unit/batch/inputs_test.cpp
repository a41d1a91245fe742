#include "batch/inputs.h"

#include "base/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace ziping {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

class Inputs : public testing::Test {
 protected:
  Inputs() {
    std::string name = (fs::temp_directory_path() / "ziping-batch-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~Inputs() override { fs::remove_all(folder_); }

  std::string put(const std::string& name, const std::string& bytes) const {
    std::ofstream(folder_ + name, std::ios::binary) << bytes;
    return folder_ + name;
  }
  std::string at(const std::string& name) const { return folder_ + name; }

  std::string folder_;
};

TEST_F(Inputs, KeepTheOrderGivenAndSortFolders) {
  fs::create_directories(folder_ + "/empty");
  for (const char* file : {"/b.txt", "/a.pdf", "/notes.doc", "/c.ZIP", "/c.tar.gz", "/c.gz"}) put(file, "x");
  EXPECT_THAT(list_inputs({folder_ + "/notes.doc", folder_ + "/", folder_ + "/a.pdf", folder_ + "/absent.7z",
                           folder_ + "/empty"}),
              ElementsAre(at("/notes.doc"), at("/a.pdf"), at("/b.txt"), at("/c.ZIP"), at("/c.tar.gz"),
                          at("/absent.7z"), at("/empty")));
}

TEST_F(Inputs, LeaveOutWhatTheRunWrites) {
  fs::create_directories(folder_ + "/out/more");
  for (const char* file : {"/a.txt", "/out/README.md", "/out/more/b.txt", "/out.txt"}) put(file, "x");
  EXPECT_THAT(list_inputs({folder_}, folder_ + "/./out"), ElementsAre(at("/a.txt"), at("/out.txt")));
  EXPECT_THAT(list_inputs({folder_ + "/out/more"}, folder_ + "/out"), ElementsAre(at("/out/more/b.txt")));
  EXPECT_THAT(list_inputs({folder_ + "/out"}, folder_ + "/absent"), testing::SizeIs(2));
}

TEST_F(Inputs, AreReadFromAList) {
  struct Row {
    std::string text;
    std::vector<std::string> paths;
  };
  for (const Row& row : {Row{"", {}},
                         {"a.pdf\n自评/b.pdf\n", {"a.pdf", "自评/b.pdf"}},
                         {"a.pdf\r\n\r\n \nb c.pdf", {"a.pdf", "b c.pdf"}},
                         {"\xEF\xBB\xBF"
                          "a.pdf\n -\n",
                          {"a.pdf", " -"}}})
    EXPECT_EQ(read_input_list(put("/list", row.text)), row.paths) << row.text;
}

TEST_F(Inputs, AListThatIsMissingIsWrongUsage) {
  EXPECT_THROW(read_input_list(folder_ + "/absent"), UsageError);
  EXPECT_THROW(read_input_list(folder_), UsageError);
}

}  // namespace
}  // namespace ziping
