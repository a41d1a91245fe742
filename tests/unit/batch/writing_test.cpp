#include "batch/writing.h"

#include "base/error.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace ziping {
namespace {

class Writing : public testing::Test {
 protected:
  Writing() {
    std::string name = testing::TempDir() + "/writingXXXXXX";
    folder_ = mkdtemp(name.data());
  }
  ~Writing() override { std::filesystem::remove_all(folder_); }

  WriteTask touch(const std::string& name) {
    return {name, [path = folder_ + "/" + name] { std::ofstream(path, std::ios::app) << "x"; }};
  }
  bool write(const std::vector<WriteTask>& tasks) {
    StopSignals signals;
    return write_files(tasks, signals, [] {});
  }
  std::string fault_of(const std::vector<WriteTask>& tasks) {
    try {
      write(tasks);
      return "";
    } catch (const OutputError& error) {
      return error.what();
    }
  }

  std::string folder_;
};

TEST_F(Writing, RunsEachTaskOnce) {
  std::vector<WriteTask> tasks;
  for (int i = 0; i < 12; ++i) tasks.push_back(touch(std::to_string(i)));
  EXPECT_TRUE(write(tasks));
  for (const WriteTask& task : tasks) EXPECT_EQ(std::filesystem::file_size(folder_ + "/" + task.name), 1u);
}

TEST_F(Writing, NothingToWriteIsDone) {
  EXPECT_TRUE(write({}));
}

TEST_F(Writing, FaultsSayWhatTheTaskSaid) {
  EXPECT_EQ(fault_of({touch("a"), {"b", [] { throw OutputError("b: the disk is full"); }}}),
            "b: the disk is full");
}

TEST_F(Writing, AWriterThatDiesIsNamedByItsTask) {
  EXPECT_THAT(fault_of({touch("a"), {"records.csv", [] { std::raise(SIGKILL); }}}),
              testing::StartsWith("records.csv: the writer ended by Killed"));
}

}  // namespace
}  // namespace ziping
