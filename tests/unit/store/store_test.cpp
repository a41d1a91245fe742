#include "store/store.h"

#include "base/error.h"
#include "store/database.h"
#include "store/dataset_file.h"
#include "store/store_reader.h"

#include "support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace ziping {
namespace {

namespace fs = std::filesystem;

class StoreTest : public testing::Test {
 protected:
  std::vector<Row> rows_of(const char* table) const {
    std::vector<Row> rows;
    StoreReader(path_).for_each_row(table_named(table), [&](const Row& row) { rows.push_back(row); });
    return rows;
  }
  std::vector<std::string> documents() const {
    std::vector<std::string> lines;
    for (const Row& row : rows_of("documents")) lines.push_back(row.front() + " = " + row.back());
    return lines;
  }

  TemporaryFolder folder_;
  std::string path_ = folder_ / "dataset.sqlite";
};

TEST_F(StoreTest, KnowsWhatItHasUnderItsIdentity) {
  {
    Store store(path_, kIdentity, {});
    store.begin_listing();
    PackedDocument failed = sample_document("a");
    failed.status = Status::failed;
    failed.error_code = "password";
    failed.error = "a password is needed";
    failed.pages = 7;
    store.add("sha:a", failed, {});
    EXPECT_TRUE(store.has("sha:a"));
    EXPECT_FALSE(store.has("sha:b"));
  }
  Store again(path_, kIdentity, {});
  EXPECT_EQ(again.summary_of("sha:a"),
            (StoredSummary{Status::failed, "password", "a password is needed", 7, 0, 0}));
}

TEST_F(StoreTest, WhatAnotherIdentityReadIsReadAgain) {
  SampleRun{{"a", "b"}, {}}.run(path_);
  RunIdentity others[] = {kIdentity, kIdentity, kIdentity};
  others[0].program = "0.2.0";
  others[1].patterns = "cd34";
  others[2].settings = "max_pages=10";
  for (const RunIdentity& other : others) EXPECT_FALSE(Store(path_, other, {}).has("a"));
  EXPECT_TRUE(Store(path_, kIdentity, {}).has("a"));
}

TEST_F(StoreTest, OtherLimitsReadAgainWhatFailedAtThem) {
  RunIdentity longer = kIdentity;
  longer.limits = "timeout=600";
  {
    Store store(path_, kIdentity, {});
    store.begin_listing();
    for (const char* code : {"", "password", "timeout", "memory", "crash"}) {
      PackedDocument document = sample_document(code);
      document.error_code = code;
      store.add(code, document, {});
    }
  }
  {
    Store same(path_, kIdentity, {});
    for (const char* code : {"", "password", "timeout", "memory", "crash"})
      EXPECT_TRUE(same.has(code)) << code;
  }
  Store other(path_, longer, {});
  for (const char* code : {"", "password"}) EXPECT_TRUE(other.has(code)) << code;
  for (const char* code : {"timeout", "memory", "crash"}) EXPECT_FALSE(other.has(code)) << code;
  PackedDocument killed = sample_document("killed");
  killed.error_code = "killed";
  other.add("killed", killed, {});
  EXPECT_FALSE(other.has("killed"));
}

TEST_F(StoreTest, WhatCouldNotBeReadIsTriedAgain) {
  std::string key = unread_key("lost.pdf");
  for (int run = 0; run < 2; ++run) {
    Store store(path_, kIdentity, {});
    store.begin_listing();
    EXPECT_FALSE(store.has(key));
    store.add(key, sample_document("lost"), {{{0, 0}, "lost.pdf", key}});
    EXPECT_FALSE(store.has(key));
    store.close();
    EXPECT_EQ(rows_of("documents").size(), 1u);
  }
}

TEST_F(StoreTest, RowsStandInTheOrderOfPlaces) {
  {
    Store store(path_, kIdentity, {});
    store.begin_listing();
    store.add("z", sample_document("z", 2), {{{1, 2}, "a.zip/2.pdf", "z"}});
    store.add("y", sample_document("y", 1), {{{1, 1}, "a.zip/1.pdf", "y"}, {{7, 0}, "7.pdf", "y"}});
    store.add_places({{{0, 0}, "0.pdf", "z"}});
    store.close();
  }
  EXPECT_THAT(documents(), testing::ElementsAre("0.pdf = ", "a.zip/1.pdf = ", "a.zip/2.pdf = 0.pdf",
                                                "7.pdf = a.zip/1.pdf"));
  std::vector<Row> notices = rows_of("notices");
  ASSERT_EQ(notices.size(), 2u + 1 + 2 + 1);
  EXPECT_EQ(notices[4], (Row{"a.zip/2.pdf", "2", "sample", "z 第2页 看不清"}));
}

TEST_F(StoreTest, ALongTableComesPieceByPiece) {
  {
    Store store(path_, kIdentity, {});
    store.begin_listing();
    store.add("long", sample_document("long", 50000), {{{0, 0}, "long.pdf", "long"}});
    store.close();
  }
  std::vector<Row> notices = rows_of("notices");
  ASSERT_EQ(notices.size(), 50000u);
  for (std::size_t i = 0; i < notices.size(); ++i) ASSERT_EQ(notices[i][1], std::to_string(i + 1));
}

TEST_F(StoreTest, PlacesAreListedAnew) {
  SampleRun{{"a", "b"}, {}}.run(path_);
  SampleRun{{"b"}, {}}.run(path_);
  EXPECT_THAT(documents(), testing::ElementsAre("年报/0.pdf = "));
}

TEST_F(StoreTest, SaysWhatItsRunWas) {
  SampleRun{{"a", "bb", "cccc"}, {2, 3}}.run(path_);
  RunInfo run = StoreReader(path_).info();
  EXPECT_EQ(run.identity, kIdentity);
  EXPECT_EQ(run.shard, (Shard{2, 3}));
  EXPECT_EQ(run.inputs, 3);
  EXPECT_EQ(run.listing, "all inputs");
  EXPECT_FALSE(run.finished);
}

TEST_F(StoreTest, AClosedStoreIsOneFile) {
  SampleRun{{"a"}, {}}.run(path_);
  EXPECT_THAT(folder_.names(), testing::ElementsAre("dataset.sqlite"));
  EXPECT_EQ(state_of(path_), FileState::closed);
}

TEST_F(StoreTest, ARunningStoreIsNotRead) {
  Store store(path_, kIdentity, {});
  store.begin_listing();
  EXPECT_EQ(state_of(path_), FileState::running);
  EXPECT_THROW(StoreReader reader(path_), OutputError);
}

std::string message_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const OutputError& error) {
    return error.what();
  }
  return "";
}

void write_file(const std::string& path, const std::string& bytes) {
  OutputFile file(path);
  file.write(bytes);
  file.finish();
}

TEST_F(StoreTest, AFileThatIsNoDatasetIsNotTouched) {
  const std::string text(300, 'x');
  write_file(path_, text);
  EXPECT_EQ(message_of([&] { Store(path_, kIdentity, {}); }),
            path_ + ": is in the way: it is no dataset of ziping; move it or choose another output folder");
  EXPECT_EQ(read_file(path_), text);
}

TEST_F(StoreTest, AForeignDatabaseIsNotTouched) {
  Database(path_, Database::Open::write).exec("CREATE TABLE mine (x)");
  std::string before = read_file(path_);
  EXPECT_NE(message_of([&] { Store(path_, kIdentity, {}); }), "");
  EXPECT_EQ(read_file(path_), before);
}

TEST_F(StoreTest, ADatasetOfANewerZipingIsNotTouched) {
  SampleRun{{"a"}, {}}.run(path_);
  Database(path_, Database::Open::write).exec("PRAGMA user_version = 1000");
  std::string before = read_file(path_);
  EXPECT_EQ(message_of([&] { Store(path_, kIdentity, {}); }),
            path_ + ": was written by a newer ziping; use that one or choose another output folder");
  EXPECT_EQ(read_file(path_), before);
}

TEST_F(StoreTest, ADatasetOfAnOlderZipingIsBegunAnew) {
  SampleRun{{"a"}, {}}.run(path_);
  Database(path_, Database::Open::write).exec("PRAGMA user_version = 2; DROP TABLE _rows");
  EXPECT_FALSE(Store(path_, kIdentity, {}).has("a"));
}

TEST_F(StoreTest, ADamagedDatasetIsAnErrorThatNamesIt) {
  SampleRun{{"a", "b", "c"}, {}}.run(path_);
  fs::resize_file(path_, fs::file_size(path_) / 2);
  std::string message = message_of([&] { SampleRun{{"a", "b", "d"}, {}}.run(path_); });
  EXPECT_THAT(message, testing::AllOf(testing::StartsWith(path_), testing::HasSubstr("damaged")));
}

TEST_F(StoreTest, AnotherRunIsKeptOff) {
  Store store(path_, kIdentity, {});
  store.begin_listing();
  EXPECT_EQ(message_of([&] { Store(path_, kIdentity, {}).begin_listing(); }),
            path_ + ": cannot be written: another program is using it");
}

TEST_F(StoreTest, AnEmptyFileAndStraySidesAreNoHindrance) {
  write_file(path_, "");
  write_file(path_ + "-wal", std::string(5000, 'w'));
  write_file(path_ + "-journal", std::string(5000, 'j'));
  write_file(path_ + ".part", "half");
  SampleRun{{"a"}, {}}.run(path_);
  EXPECT_THAT(folder_.names(), testing::ElementsAre("dataset.sqlite"));
}

/// Runs `work` in a process of its own; its exit code is 1 where it threw, 137 where it was killed.
int in_child(const std::function<void()>& work) {
  pid_t child = fork();
  if (child == 0) {
    try {
      work();
    } catch (const std::exception& error) {
      std::fprintf(stderr, "%s\n", error.what());
      _exit(1);
    }
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

TEST_F(StoreTest, AKilledRunKeepsWholeDocuments) {
  const std::vector<std::string> contents = {"a", "b", "c", "d"};
  SampleRun run{contents, {}};
  EXPECT_EQ(in_child([&] {
              Store store(path_, kIdentity, {});
              run.begin(store);
              run.add(store, 2);
              run.add(store, 0);
              std::raise(SIGKILL);
            }),
            137);
  {
    Store store(path_, kIdentity, {});
    EXPECT_TRUE(store.has("a") && store.has("c"));
    EXPECT_FALSE(store.has("b") || store.has("d"));
  }
  run.run(path_);
  EXPECT_EQ(documents().size(), 4u);
}

TEST_F(StoreTest, ACopyWithItsLogGoesOn) {
  SampleRun run{{"a", "b"}, {}};
  Store store(path_, kIdentity, {});
  run.begin(store);
  run.add(store, 0);
  TemporaryFolder other;
  for (const std::string& name : folder_.names()) fs::copy_file(folder_ / name, other / name);
  EXPECT_THAT(other.names(), testing::UnorderedElementsAre("dataset.sqlite", "dataset.sqlite-wal"));
  Store copy(other / "dataset.sqlite", kIdentity, {});
  EXPECT_TRUE(copy.has("a"));
}

TEST_F(StoreTest, AFullDiskLosesNoWholeDocument) {
  SampleRun run{{"a", "b", "c"}, {}};
  EXPECT_EQ(in_child([&] {
              std::signal(SIGXFSZ, SIG_IGN);
              Store store(path_, kIdentity, {});
              run.begin(store);
              run.add(store, 0);
              rlimit limit{100 << 10, 100 << 10};
              setrlimit(RLIMIT_FSIZE, &limit);
              for (int i = 0; i < 2000; ++i) {
                std::string content = "filler" + std::to_string(i);
                store.add(content, sample_document(content, 100), {});
              }
            }),
            1);
  EXPECT_TRUE(Store(path_, kIdentity, {}).has("a"));
  run.run(path_);
  EXPECT_EQ(documents().size(), 3u);
}

TEST(Database, SaysThatTheDiskIsFull) {
  TemporaryFolder folder;
  Database database(folder / "small", Database::Open::write);
  database.exec("PRAGMA max_page_count = 4; CREATE TABLE t (x)");
  EXPECT_EQ(message_of([&] { database.exec("INSERT INTO t VALUES (zeroblob(100000))"); }),
            (folder / "small") +
                ": cannot be written: the disk is full; free some space and give the same command again");
}

}  // namespace
}  // namespace ziping
