#include "base/files.h"

#include "base/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace ziping {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

class Files : public testing::Test {
 protected:
  Files() {
    std::string name = (fs::temp_directory_path() / "ziping-files-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~Files() override { fs::remove_all(folder_); }

  std::string path(const std::string& name) const { return folder_ + "/" + name; }
  void put(const std::string& name, const std::string& bytes) const {
    fs::create_directories(fs::path(path(name)).parent_path());
    std::ofstream(path(name), std::ios::binary) << bytes;
  }
  std::string code_of_reading(const std::string& name) const {
    try {
      read_file(path(name));
    } catch (const InputError& error) {
      return error.code;
    }
    return "read";
  }

  std::string folder_;
};

TEST_F(Files, ReadsAllBytes) {
  std::string bytes("\0\r\n\xFF", 4);
  put("a", bytes);
  EXPECT_EQ(read_file(path("a")), bytes);
  put("empty", "");
  EXPECT_EQ(read_file(path("empty")), "");
}

TEST_F(Files, TellsWhyAFileCannotBeRead) {
  fs::create_directory(path("folder"));
  EXPECT_EQ(code_of_reading("absent"), "missing");
  EXPECT_EQ(code_of_reading("folder"), "folder");
}

TEST_F(Files, ListsByBytesWithoutHiddenNames) {
  for (const char* name :
       {"b.pdf", "a/z.TXT", "a.pdf", "中.md", "B.pdf", "c.doc", ".hidden.pdf", ".git/x.md"})
    put(name, "x");
  EXPECT_THAT(list_files(folder_, {".pdf", ".txt", ".md"}),
              ElementsAre(path("B.pdf"), path("a.pdf"), path("a/z.TXT"), path("b.pdf"), path("中.md")));
}

TEST_F(Files, LinksAreNotFollowedOutOfTheFolder) {
  put("in/a.pdf", "x");
  put("in/sub/b.pdf", "x");
  put("out/c.pdf", "x");
  auto link = [&](const char* target, const char* name) { fs::create_symlink(target, path(name)); };
  link("sub/b.pdf", "in/inside.pdf");
  link("../out/c.pdf", "in/outside.pdf");
  link("../out", "in/folder");
  link("..", "in/sub/loop");
  link("self.pdf", "in/self.pdf");
  link("absent", "in/torn.pdf");
  ASSERT_EQ(mkfifo(path("in/pipe.pdf").c_str(), 0600), 0);
  EXPECT_THAT(list_files(path("in"), {".pdf"}),
              ElementsAre(path("in/a.pdf"), path("in/inside.pdf"), path("in/self.pdf"), path("in/sub/b.pdf"),
                          path("in/torn.pdf")));
  fs::create_directory_symlink("in", path("given"));  // a link that is named is followed
  EXPECT_THAT(list_files(path("given"), {".md", "b.pdf"}), ElementsAre(path("given/sub/b.pdf")));
}

TEST_F(Files, OutputAppearsWhenItIsComplete) {
  {
    OutputFile file(path("out.csv"));
    file.write("half");
    EXPECT_FALSE(fs::exists(path("out.csv")));
  }
  EXPECT_TRUE(fs::is_empty(folder_));
  OutputFile file(path("out.csv"));
  file.write("whole");
  file.finish();
  EXPECT_EQ(read_file(path("out.csv")), "whole");
}

TEST_F(Files, OutputThatCannotBeWrittenNamesTheFile) {
  try {
    OutputFile file(path("absent/out.csv"));
    FAIL();
  } catch (const OutputError& error) {
    EXPECT_EQ(error.what(), path("absent/out.csv") + ": cannot be written: No such file or directory");
  }
}

TEST(Sha256, IsThatOfTheStandard) {
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(ShownPath, IsUtf8) {
  EXPECT_EQ(shown_path("报告/a b.pdf"), "报告/a b.pdf");
  EXPECT_EQ(shown_path("\xB1\xA8.pdf"), "%B1%A8.pdf");
}

TEST(ShownPath, BecomesAPathAgain) {
  for (const char* path : {"\xB1\xA8.pdf", "报告/a b.pdf", "100%25#.pdf", "%4C%zz%", "a%C"})
    EXPECT_EQ(path_of_shown(shown_path(path)), path);
}

}  // namespace
}  // namespace ziping
