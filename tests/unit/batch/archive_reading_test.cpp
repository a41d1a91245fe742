#include "fake_processes.h"

#include <gmock/gmock.h>

namespace ziping {
namespace {

using ::testing::ElementsAre;
using ::testing::StartsWith;

class ArchiveReadingTest : public testing::BatchTest {
 protected:
  using FakeArchive = testing::FakeArchive;

  /// Entries 1 … `count`, with what `before` does ahead of each.
  static UnpackAct entries(int count, std::function<void(FakeArchive&, int)> before) {
    return [=](FakeArchive& archive) {
      for (int i = 1; i <= count; ++i) {
        before(archive, i);
        archive.entry(static_cast<std::uint64_t>(i), fmt::format("{}.pdf", i), fmt::format("entry {}", i));
      }
      archive.end();
    };
  }
};

TEST_F(ArchiveReadingTest, GivesDocumentsInTheirOrder) {
  put("a.pdf", "a");
  put_archive("b.7z", entries(40, [](auto&, int) {}));
  put("c.pdf", "c");
  put_archive("d.7z", entries(3, [](auto&, int) {}));
  put("e.pdf", "e");
  options_.jobs = 3;
  EXPECT_TRUE(run());
  std::vector<std::string> expected{"a.pdf ok"};
  for (int i = 1; i <= 40; ++i) expected.push_back(fmt::format("b.7z/{}.pdf ok", i));
  expected.emplace_back("c.pdf ok");
  for (int i = 1; i <= 3; ++i) expected.push_back(fmt::format("d.7z/{0}.pdf ok, same as b.7z/{0}.pdf", i));
  expected.emplace_back("e.pdf ok");
  EXPECT_EQ(documents(), expected);
}

TEST_F(ArchiveReadingTest, PutsProblemsWhereTheyStand) {
  put_archive("a.7z", [](FakeArchive& archive) {
    archive.problem("front.pdf", "password");
    archive.entry(2, "1.pdf", "one");
    archive.problem("x.pdf", "archive_damaged");
    archive.problem("y.pdf", "archive_damaged");
    if (archive.times == 1) testing::die_by(SIGSEGV);
    archive.entry(5, "2.pdf", "two");
    archive.problem("behind.pdf", "password");
    archive.problem("", "archive_limit");
    archive.end();
  });
  EXPECT_TRUE(run());
  EXPECT_THAT(documents(), ElementsAre("a.7z partial", "a.7z/front.pdf failed password: cannot be read",
                                       "a.7z/1.pdf ok", "a.7z/x.pdf failed archive_damaged: cannot be read",
                                       "a.7z/y.pdf failed archive_damaged: cannot be read", "a.7z/2.pdf ok",
                                       "a.7z/behind.pdf failed password: cannot be read"));
  EXPECT_THAT(notices("a.7z"), ElementsAre("cannot be read"));
}

TEST_F(ArchiveReadingTest, CountsArchivesTooDeepWhereThereAreMany) {
  put_archive("bomb.zip", [](FakeArchive& archive) {
    for (int i = 1; i <= 250; ++i) archive.problem(fmt::format("{}.zip", i), "archive_depth");
    archive.problem("b.pdf", "password");
    archive.end();
  });
  EXPECT_TRUE(run());
  EXPECT_THAT(documents(), ::testing::SizeIs(102));
  EXPECT_THAT(documents().back(), "bomb.zip/b.pdf failed password: cannot be read");
  EXPECT_THAT(notices("bomb.zip"),
              ElementsAre("holds 250 archives too deep in archives; 100 of them are listed"));
}

TEST_F(ArchiveReadingTest, GoesOnBehindADeath) {
  struct Row {
    const char* name;
    std::function<void(FakeArchive&, int)> before;
    int entries;
    std::string archive;
  };
  const std::vector<Row> rows{
      {"once",
       [](FakeArchive& a, int i) {
         if (a.times == 1 && i == 3) testing::die_by(SIGSEGV);
       },
       5, ""},
      {"killed",
       [](FakeArchive& a, int i) {
         if (a.times < 5 && i == 4) testing::die_by(SIGKILL);
       },
       5, ""},
      {"always",
       [](FakeArchive&, int i) {
         if (i == 3) testing::die_by(SIGSEGV);
       },
       2, "failed crash: its reader crashed with SIGSEGV"},
      {"front", [](FakeArchive&, int) { testing::run_out_of_memory(); }, 0,
       "failed memory: needs more memory than there is"},
      {"foreign",
       [](FakeArchive& a, int i) {
         if (i == 2) a.run.send(Go{});
       },
       1, "failed crash: its reader talked nonsense and was stopped"},
      {"twice",
       [](FakeArchive& a, int i) {
         if (i == 3) a.send(2, "2.pdf", "again");
       },
       2, "failed crash: its reader talked nonsense and was stopped"},
      {"far",
       [](FakeArchive& a, int i) {
         if (i == 2) a.send(1ull << 63, "x.pdf", "far");
       },
       1, "failed crash: its reader talked nonsense and was stopped"},
      {"without",
       [](FakeArchive& a, int i) {
         if (i != 2) return;
         a.run.send(Entry{"2.pdf", 2});
         testing::wait_for_ever();
       },
       1, "failed crash: its reader talked nonsense and was stopped"},
  };
  std::vector<std::string> expected;
  for (const Row& row : rows) {
    put_archive(row.name, entries(5, row.before));
    if (!row.archive.empty()) expected.push_back(fmt::format("{} {}", row.name, row.archive));
    for (int i = 1; i <= row.entries; ++i) expected.push_back(fmt::format("{}/{}.pdf ok", row.name, i));
  }
  EXPECT_TRUE(run());
  std::vector<std::string> found;
  for (const std::string& row : documents()) found.push_back(row.substr(0, row.find(", same as")));
  EXPECT_EQ(found, expected);
}

TEST_F(ArchiveReadingTest, IsNotFloodedWithEntries) {
  put_archive("a.7z", [](FakeArchive& archive) {
    for (std::uint64_t i = 1; i < 1000; ++i) archive.send(i, "x.pdf", fmt::format("entry {}", i));
    testing::wait_for_ever();
  });
  EXPECT_TRUE(run());
  EXPECT_THAT(documents().front(), StartsWith("a.7z failed crash: its reader talked nonsense"));
}

TEST_F(ArchiveReadingTest, FailsWhereNoUnpackerStarts) {
  put_archive("a.7z", [](FakeArchive&) {});
  put("b.pdf", "b");
  processes_ = fakes();
  processes_->unpack = [](Channel&, std::uint64_t) { _exit(1); };
  EXPECT_TRUE(run());
  EXPECT_THAT(documents(), ElementsAre("a.7z failed crash: its reader ended with exit code 1", "b.pdf ok"));
}

TEST_F(ArchiveReadingTest, StopsAnUnpackerThatSaysNothing) {
  options_.timeout = 0.1;
  put_archive("a.7z", [](FakeArchive&) { testing::wait_for_ever(); });
  EXPECT_TRUE(run());
  EXPECT_THAT(documents(), ElementsAre(StartsWith("a.7z failed timeout")));
}

TEST_F(ArchiveReadingTest, SaysWhatHoldsNothing) {
  put_archive("empty.7z", [](FakeArchive& archive) { archive.end(); });
  put_archive("damaged.7z", [](FakeArchive& archive) { archive.end("archive_damaged", "is cut off"); });
  EXPECT_TRUE(run());
  EXPECT_THAT(documents(), ElementsAre("empty.7z skipped", "damaged.7z failed archive_damaged: is cut off"));
}

TEST_F(ArchiveReadingTest, DocumentsFailAlone) {
  put_archive("a.7z", [](FakeArchive& archive) {
    archive.entry(1, "1.pdf", "one");
    archive.entry(2, "2.pdf", "bad.pdf");
    archive.entry(3, "3.pdf", "three");
    archive.end();
  });
  put("bad.pdf", [](auto&) { testing::die_by(SIGSEGV); });
  EXPECT_TRUE(run());
  EXPECT_THAT(documents(), ElementsAre("a.7z/1.pdf ok", StartsWith("a.7z/2.pdf failed crash"),
                                       "a.7z/3.pdf ok", StartsWith("bad.pdf failed crash")));
  EXPECT_EQ(times("bad.pdf"), 2);
}

}  // namespace
}  // namespace ziping
