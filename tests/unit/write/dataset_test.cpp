#include "base/error.h"
#include "store/database.h"
#include "store/dataset_file.h"
#include "store/merge.h"
#include "store/store_reader.h"
#include "write/plan.h"

#include "../store/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <numeric>
#include <random>

namespace ziping {
namespace {

/// Twenty files, two of them of the same content, of different lengths.
SampleRun sample_run() {
  SampleRun run;
  for (std::size_t i = 0; i < 20; ++i) run.contents.push_back(std::string(i % 17 + 1, 'k'));
  return run;
}

/// The finished dataset.sqlite that a store becomes.
std::string finish(const TemporaryFolder& folder) {
  write_formats(folder.path, {});
  EXPECT_THAT(folder.names(), testing::ElementsAre("dataset.sqlite"));
  return read_file(folder / "dataset.sqlite");
}

std::string undisturbed(const SampleRun& run) {
  TemporaryFolder folder;
  run.run(folder / "dataset.sqlite");
  return finish(folder);
}

TEST(Dataset, HoldsItsTablesAndItsStore) {
  TemporaryFolder folder;
  SampleRun run = sample_run();
  run.run(folder / "dataset.sqlite");
  finish(folder);
  Database database(folder / "dataset.sqlite", Database::Open::read);
  Query count = database.query("SELECT count(*), count(same_as) FROM documents");
  ASSERT_TRUE(count.step());
  EXPECT_EQ(count.integer_at(0), 20);
  EXPECT_EQ(count.integer_at(1), 3);
  EXPECT_TRUE(StoreReader(folder / "dataset.sqlite").info().finished);
  Query free = database.query("PRAGMA freelist_count");
  ASSERT_TRUE(free.step());
  EXPECT_EQ(free.integer_at(0), 0);
}

TEST(Dataset, TheOrderOfReadingChangesNoByte) {
  SampleRun run = sample_run();
  const std::string wanted = undisturbed(run);
  std::vector<std::size_t> order(run.contents.size());
  std::iota(order.begin(), order.end(), 0u);
  for (unsigned seed = 1; seed < 5; ++seed) {
    std::shuffle(order.begin(), order.end(), std::mt19937(seed));
    TemporaryFolder folder;
    Store store(folder / "dataset.sqlite", kIdentity, {});
    run.begin(store);
    for (std::size_t i : order) run.add(store, i);
    store.close();
    EXPECT_TRUE(finish(folder) == wanted);
  }
}

TEST(Dataset, WhatWasThereBeforeChangesNoByte) {
  SampleRun run = sample_run();
  const std::string wanted = undisturbed(run);
  TemporaryFolder folder;
  SampleRun other;
  other.contents = {"kk", "gone", "kkkk", "gone too"};
  other.identity.patterns = "old";
  other.run(folder / "dataset.sqlite");
  finish(folder);
  other.identity = kIdentity;
  other.run(folder / "dataset.sqlite");
  for (int time = 0; time < 3; ++time) {
    run.run(folder / "dataset.sqlite");
    EXPECT_TRUE(finish(folder) == wanted);
  }
}

/// A process that makes the whole dataset, and is killed when its time is up.
void run_and_kill(const SampleRun& run, const TemporaryFolder& folder, std::chrono::microseconds time) {
  pid_t child = fork();
  if (child == 0) {
    run.run(folder / "dataset.sqlite");
    write_formats(folder.path, {});
    _exit(0);
  }
  usleep(static_cast<useconds_t>(time.count()));
  kill(child, SIGKILL);
  waitpid(child, nullptr, 0);
}

TEST(Dataset, KillsChangeNoByte) {
  SampleRun run = sample_run();
  auto begin = std::chrono::steady_clock::now();
  const std::string wanted = undisturbed(run);
  auto whole =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
  TemporaryFolder folder;
  std::mt19937 random(7);
  for (int round = 0; round < 6; ++round) {
    for (int kills = 0; kills < 5; ++kills) run_and_kill(run, folder, whole * (random() % 100) / 100);
    run.run(folder / "dataset.sqlite");
    EXPECT_TRUE(finish(folder) == wanted);
    if (round % 2 == 0) remove_dataset(folder / "dataset.sqlite");
  }
}

/// Ends this process; with 1 where a file may not grow as large as the dataset, as on a full disk.
[[noreturn]] void write_with_little_room(const std::string& folder) {
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit limit{40 << 10, 40 << 10};
  setrlimit(RLIMIT_FSIZE, &limit);
  try {
    write_formats(folder, {});
  } catch (const OutputError& error) {
    std::fputs(error.what(), stderr);
    _exit(1);
  }
  _exit(0);
}

TEST(Dataset, AFullDiskLeavesTheStore) {
  SampleRun run = sample_run();
  const std::string wanted = undisturbed(run);
  TemporaryFolder folder;
  run.run(folder / "dataset.sqlite");
  EXPECT_EXIT(write_with_little_room(folder.path), testing::ExitedWithCode(1),
              "dataset.sqlite.part: cannot be written: .*is the disk full");
  EXPECT_THAT(folder.names(), testing::ElementsAre("dataset.sqlite"));
  EXPECT_TRUE(finish(folder) == wanted);
}

TEST(Dataset, IsNotMadeWhileRowsAreMissing) {
  TemporaryFolder folder;
  {
    Store store(folder / "dataset.sqlite", kIdentity, {});
    store.begin_listing();
    store.add_places({{{0, 0}, "lost.pdf", "nowhere"}});
    store.close();
  }
  EXPECT_THROW(write_formats(folder.path, {}), OutputError);
  EXPECT_THAT(folder.names(), testing::ElementsAre("dataset.sqlite"));
}

class Merge : public testing::Test {
 protected:
  /// A finished shard of the sample run; `change` may spoil it.
  std::string shard(int number, int count, const std::function<void(SampleRun&)>& change = {}) {
    SampleRun run = sample_run();
    run.shard = {number, count};
    if (change) change(run);
    std::string path = shards_ / fmt::format("{}", ++made_);
    std::filesystem::create_directory(path);
    run.run(path + "/dataset.sqlite");
    write_formats(path, {});
    return path + "/dataset.sqlite";
  }
  std::string refusal(const std::vector<std::string>& paths) {
    try {
      merge_stores(paths, out_ / "dataset.sqlite");
    } catch (const UsageError& error) {
      EXPECT_TRUE(out_.names().empty());
      return error.what();
    }
    return "";
  }

  TemporaryFolder shards_, out_;
  int made_ = 0;
};

TEST_F(Merge, GivesTheBytesOfTheWholeRun) {
  const std::string wanted = undisturbed(sample_run());
  for (int count : {1, 2, 5}) {
    std::vector<std::string> paths;
    for (int number = count; number >= 1; --number) paths.push_back(shard(number, count));
    merge_stores(paths, out_ / "dataset.sqlite");
    EXPECT_TRUE(finish(out_) == wanted) << count;
  }
}

TEST_F(Merge, LeavesTheShardsAsTheyAre) {
  std::string first = shard(1, 2), second = shard(2, 2), before = read_file(first);
  merge_stores({first, second}, out_ / "dataset.sqlite");
  EXPECT_TRUE(read_file(first) == before);
  EXPECT_EQ(
      std::distance(std::filesystem::directory_iterator(std::filesystem::path(first).parent_path()), {}), 1);
}

TEST_F(Merge, RefusesWhatIsNotOneRun) {
  using testing::AllOf;
  using testing::HasSubstr;
  std::string one = shard(1, 2), two = shard(2, 2);
  EXPECT_EQ(refusal({one}), "shard 2 of 2 is missing");
  EXPECT_EQ(refusal({one, two, one}), fmt::format("shard 1 of 2 is given twice: {} and {}", one, one));
  const struct {
    std::string path;
    std::vector<const char*> words;
  } rows[] = {
      {shard(2, 2, [](SampleRun& run) { run.identity.program = "0.9.9"; }), {"ziping", "0.1.0", "0.9.9"}},
      {shard(2, 2, [](SampleRun& run) { run.identity.patterns = "ff00"; }), {"pattern", "ab12", "ff00"}},
      {shard(2, 2, [](SampleRun& run) { run.identity.settings = "pages=9"; }), {"settings", "pages=9"}},
      {shard(2, 2, [](SampleRun& run) { run.listing = "other"; }), {"inputs", "all inputs", "other"}},
      {shard(2, 3), {"2 shards", "3 shards"}},
      {shards_ / "absent/dataset.sqlite", {"no such file"}},
  };
  for (const auto& row : rows) {
    std::string message = refusal({one, row.path});
    for (const char* word : row.words) EXPECT_THAT(message, AllOf(HasSubstr(row.path), HasSubstr(word)));
  }
}

TEST_F(Merge, RefusesARunThatHasNotFinished) {
  std::string one = shard(1, 2), two = shard(2, 2);
  SampleRun again = sample_run();
  again.shard = {2, 2};
  again.run(two);
  EXPECT_EQ(refusal({one, two}), two + ": its run has not finished; give its command again");
}

TEST_F(Merge, RefusesToWriteOverAShard) {
  std::string one = shard(1, 2), two = shard(2, 2);
  EXPECT_THROW(merge_stores({one, two}, two), UsageError);
  EXPECT_TRUE(StoreReader(two).info().finished);
}

}  // namespace
}  // namespace ziping
