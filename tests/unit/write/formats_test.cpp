#include "write/plan.h"

#include "base/error.h"
#include "base/files.h"
#include "store/store.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

namespace ziping {
namespace {

namespace fs = std::filesystem;

class Formats : public testing::Test {
 protected:
  Formats() {
    std::string name = (fs::temp_directory_path() / "ziping-write-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~Formats() override { fs::remove_all(folder_); }

  /// A run of two documents that could not be read; every file by its name.
  std::map<std::string, std::string> write(const std::string& list) const {
    store_two_failures();
    write_formats(folder_, formats_named(list));
    return files();
  }

  std::map<std::string, std::string> files() const {
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::directory_iterator(folder_))
      files[entry.path().filename()] = read_file(entry.path());
    return files;
  }

  void store_two_failures() const {
    Store store(folder_ + "/dataset.sqlite", {"0.1.0", "patterns", ""}, {});
    store.begin_listing();
    std::int64_t input = 0;
    for (const char* name : {"b,1.pdf", "a.pdf"}) {
      DocumentResult document;
      document.status = Status::failed;
      document.error = "the file is empty";
      document.notices.push_back({.code = "empty", .message = "the file is empty"});
      store.add(name, pack(document), {{{input++, 0}, name, name}});
    }
    store.close();
  }

  std::string folder_;
};

TEST_F(Formats, WritesEveryTableInTheOrderOfInputs) {
  auto files = write("csv,jsonl");
  EXPECT_EQ(files.size(), 2 * tables().size() + 1);
  EXPECT_EQ(
      files["notices.csv"],
      "document,page,code,message\n\"b,1.pdf\",,empty,the file is empty\na.pdf,,empty,the file is empty\n");
  EXPECT_EQ(files["notices.jsonl"],
            "{\"document\":\"b,1.pdf\",\"page\":null,\"code\":\"empty\",\"message\":\"the file is empty\"}\n"
            "{\"document\":\"a.pdf\",\"page\":null,\"code\":\"empty\",\"message\":\"the file is empty\"}\n");
  EXPECT_EQ(files["records.jsonl"], "");
}

TEST_F(Formats, TheSameRunGivesTheSameBytes) {
  auto first = write("csv,jsonl");
  EXPECT_EQ(write("jsonl,csv"), first);
}

TEST_F(Formats, AFormatNoLongerAskedForIsRemoved) {
  write("csv,jsonl");
  auto files = write("csv");
  EXPECT_EQ(files.size(), tables().size() + 1);
  EXPECT_EQ(files.count("records.jsonl"), 0u);
}

TEST_F(Formats, PartsThatAKilledRunHasLeftAreRemoved) {
  for (const char* name : {"records.csv.part", "dataset.sqlite.part"})
    std::ofstream(folder_ + "/" + name) << "half of it";
  EXPECT_EQ(write("csv").size(), tables().size() + 1);
}

TEST_F(Formats, TasksMayRunInAnyOrder) {
  auto wanted = write("csv,jsonl,xlsx,stata");
  std::map<std::string, std::string> described;
  for (int jobs : {1, 2, 3, 40}) {
    store_two_failures();
    remove_formats(folder_);
    WritePlan plan = write_plan(folder_, formats_named("csv,jsonl,xlsx,stata"), {}, jobs);
    EXPECT_EQ(plan.tasks.size(), std::min<std::size_t>(jobs, 5));
    for (std::size_t i = plan.tasks.size(); i-- > 0;) plan.tasks[i].run();
    for (const WriteTask& task : plan.then) task.run();
    for (const auto& [name, bytes] : wanted) EXPECT_TRUE(read_file(folder_ + "/" + name) == bytes) << name;
    auto all = files();
    EXPECT_EQ(all.size(), wanted.size() + 5);
    if (described.empty()) described = all;
    EXPECT_TRUE(all == described) << jobs;
  }
}

TEST_F(Formats, OneThatFailsKeepsNothingFromTheOthers) {
  auto wanted = write("csv");
  store_two_failures();
  remove_formats(folder_);
  fs::create_directories(folder_ + "/records.jsonl.part/in/the/way");
  WritePlan plan = write_plan(folder_, formats_named("csv,jsonl"), {}, 1);
  EXPECT_THROW(plan.tasks.front().run(), OutputError);
  EXPECT_TRUE(read_file(folder_ + "/dataset.sqlite") == wanted["dataset.sqlite"]);
  EXPECT_TRUE(read_file(folder_ + "/sections.csv") == wanted["sections.csv"]);
  EXPECT_FALSE(fs::exists(folder_ + "/README.md"));
}

TEST_F(Formats, AStoreThatCannotBeWrittenNamesTheFile) {
  try {
    Store store(folder_ + "/absent/dataset.sqlite", {}, {});
    FAIL();
  } catch (const OutputError& error) {
    EXPECT_EQ(error.what(),
              folder_ + "/absent/dataset.sqlite: cannot be written: unable to open database file");
  }
}

TEST(FormatsNamed, RefusesWhatItDoesNotKnow) {
  EXPECT_THROW(formats_named("csv,xslx"), UsageError);
  EXPECT_THROW(formats_named(""), UsageError);
  EXPECT_EQ(formats_named("jsonl,csv,csv").size(), 2u);
}

}  // namespace
}  // namespace ziping
