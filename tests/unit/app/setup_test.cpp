// Which pattern files are taken without checking them: those of the build, to the byte.
#include "app/setup.h"

#include "app/proven_patterns.h"
#include "audit/load_checked.h"
#include "base/error.h"
#include "pipeline.h"
#include "store/packed_document.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace ziping {
namespace {

namespace fs = std::filesystem;

/// The program's own pattern files, in a folder that goes away again.
class CopiedPatterns {
 public:
  CopiedPatterns() {
    std::string name = testing::TempDir() + "/setupXXXXXX";
    path_ = mkdtemp(name.data());
    fs::copy(ZIPING_PATTERN_DIR, path_, fs::copy_options::recursive);
  }
  ~CopiedPatterns() { fs::remove_all(path_); }
  CopiedPatterns(const CopiedPatterns&) = delete;
  CopiedPatterns& operator=(const CopiedPatterns&) = delete;

  std::string path() const { return path_.string(); }
  void append(const std::string& name, const std::string& text) const {
    std::ofstream(path_ / name, std::ios::binary | std::ios::app) << text;
  }

 private:
  fs::path path_;
};

TEST(LoadPatterns, TakesWhatTheBuildHasChecked) {
  EXPECT_EQ(digest_of(read_pattern_files(ZIPING_PATTERN_DIR)), kProvenPatterns);
  EXPECT_EQ(load_patterns(CopiedPatterns().path()).digest(), kProvenPatterns);
}

TEST(LoadPatterns, ReadsAlikeWithAndWithoutChecks) {
  std::vector<PatternFile> files = read_pattern_files(ZIPING_PATTERN_DIR);
  PatternSet unchecked = PatternSet::load(files, PatternChecks::none), checked = load_checked(files);
  for (const char* name : {"water-city-transfer", "form-coefficient"}) {
    std::string path = fmt::format("{}/corpus/{}/report.pdf", ZIPING_SOURCE_DIR, name);
    PackedDocument read = pack(process_file(path, checked, {}));
    EXPECT_GT(read.records, 5u) << name;
    EXPECT_TRUE(pack(process_file(path, unchecked, {})) == read) << name;
  }
}

TEST(LoadPatterns, ChecksEveryKindOfExampleOfChangedFiles) {
  const struct {
    const char *file, *text, *message;
  } rows[] = {
      {"skips.toml", "\n[[skip]]\nid = 'added'\nreason = 'date'\nre = '甲'\n", "no example"},
      {"amount.toml",
       "\n[[rule]]\nid = 'added'\nrev = 1\nconcept = 'spend.total'\nkind = 'amount'\nstatus = 'draft'\n"
       "cue = '甲乙'\n[[rule.example]]\ntext = '丙丁5万元。'\n"
       "expect = [{ raw = '5万元', concept = 'spend.total' }]\n",
       "added: concept of 5万元 is other"},
      {"forms/variants.toml",
       "\n[[form]]\ncode = 'X'\nname = 'added'\nwords = ['甲乙']\n[[form.example]]\n"
       "table = '''\n| 甲 | 乙 |\n'''\nexpect = ['form=X']\n",
       "form X: 0 rows were read"},
      {"relations.toml",
       "\n[[relation]]\nid = 'added'\nrev = 1\narithmetic = 'sum'\nwhole = ['spend.*']\npart = "
       "['spend.basic']\n"
       "opens = ['甲']\ncloses = ['乙']\ncomplete = 1\nwhy = 'x'\n[[relation.example]]\ntext = '甲乙。'\n"
       "expect = ['disagree 1 2']\n",
       "relation added: found []"},
  };
  for (const auto& row : rows) {
    CopiedPatterns patterns;
    patterns.append(row.file, row.text);
    try {
      load_patterns(patterns.path());
      ADD_FAILURE() << row.file << " is taken";
    } catch (const PatternError& error) {
      EXPECT_THAT(error.what(), testing::HasSubstr(row.message));
    }
  }
}

TEST(LoadPatterns, TakesChangedFilesThatAreSound) {
  CopiedPatterns patterns;
  patterns.append("amount.toml", "\n# A remark.\n");
  EXPECT_NE(load_patterns(patterns.path()).digest(), kProvenPatterns);
}

}  // namespace
}  // namespace ziping
