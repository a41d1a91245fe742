#include "base/error.h"
#include "fake_processes.h"

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/wait.h>

namespace ziping {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

class ReadingTest : public testing::BatchTest {
 protected:
  using FakeDocument = testing::FakeDocument;

  static bool no_process_is_left() { return waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD; }
};

/// Every way in which a reader ends: what the document's row says. The others are not touched.
TEST_F(ReadingTest, FailsTheDocumentThatEndsItsReader) {
  struct Case {
    const char* name;
    ReadAct act;
    std::string row;
  };
  auto sends = [](auto... messages) -> ReadAct {
    return [=](FakeDocument& document) {
      (document.run.send(messages), ...);
      testing::wait_for_ever();
    };
  };
  const std::string nonsense = "crash: its reader talked nonsense and was stopped before its first page";
  const std::vector<Case> cases{
      {"segv", [](auto&) { testing::die_by(SIGSEGV); },
       "crash: its reader crashed with SIGSEGV before its first page"},
      {"memory", [](auto&) { testing::run_out_of_memory(); },
       "memory: needs more memory than there is before its first page"},
      {"exit", [](auto&) { _exit(3); }, "crash: its reader ended with exit code 3 before its first page"},
      {"cpu", [](auto&) { testing::die_by(SIGXCPU); },
       "timeout: took more processor time than it should; stopped before its first page"},
      {"killed", [](auto&) { testing::die_by(SIGKILL); },
       "killed: its reader was killed again and again by SIGKILL before its first page"},
      {"behind",
       [](auto& document) {
         document.read(0, {});
         testing::die_by(SIGSEGV);
       },
       ""},
      {"throws", [](auto&) { throw std::runtime_error("no"); },
       "crash: its reader ended with exit code 1 before its first page"},
      {"closes",
       [](auto& document) {
         close(document.run.socket());
         testing::wait_for_ever();
       },
       "killed: its reader was killed again and again by SIGKILL before its first page"},
      {"foreign", sends(Credit{}), nonsense},
      {"content", sends(Content{std::string(64, 'a')}), nonsense},
      {"table", sends(Rows{{99, "x"}}, Done{}), nonsense},
      {"rows", sends(Rows{{0, "\x28\xB5\x2F\xFD not packed"}}, Done{}), nonsense},
      {"garbage",
       [](auto& document) {
         const std::string garbage(1000, '\xFF');
         if (write(document.run.socket(), garbage.data(), garbage.size()) > 0) testing::wait_for_ever();
       },
       nonsense},
  };
  std::vector<std::string> expected;
  for (const Case& row : cases) {
    put(std::string("good ") + row.name, "good " + std::string(row.name));
    put(row.name, row.act);
    expected.push_back(std::string("good ") + row.name + " ok");
    expected.push_back(std::string(row.name) + (row.row.empty() ? " ok" : " failed " + row.row));
  }
  EXPECT_TRUE(run());
  EXPECT_EQ(documents(), expected);
  EXPECT_EQ(summary_.failed, cases.size() - 1);
  EXPECT_EQ(times("segv"), 2);
  EXPECT_EQ(times("killed"), 10);
  EXPECT_EQ(times("behind"), 1);
}

TEST_F(ReadingTest, RefusesContentThatIsNoHash) {
  for (const char* name : {"", "xyz", "short", "upper"}) put(std::string("a") + name, name);
  put("good", "good");
  at_content_ = [](Channel& run, const std::string& content) {
    std::string hash = content == "good" ? sha256_hex(content) : content;
    run.send(Content{content == "upper" ? std::string(64, 'A') : hash});
  };
  EXPECT_TRUE(run());
  EXPECT_THAT(documents(),
              ElementsAre(StartsWith("a failed crash"), StartsWith("axyz failed crash"),
                          StartsWith("ashort failed crash"), StartsWith("aupper failed crash"), "good ok"));
}

TEST_F(ReadingTest, StopsAReaderThatSaysNothing) {
  options_.timeout = 0.2;
  put("hangs", [](auto&) { testing::wait_for_ever(); });
  EXPECT_TRUE(run());
  EXPECT_THAT(documents(),
              ElementsAre("hangs failed timeout: nothing was read in 0.1 s; stopped before its first page"));
  EXPECT_THAT(witness_.notices, SizeIs(2));
}

TEST_F(ReadingTest, KeepsThePagesBeforeTheOneWhereReadersDie) {
  put("always", [](FakeDocument& document) {
    document.read(5, [](int page) {
      if (page == 3) testing::die_by(SIGSEGV);
    });
  });
  put("first", [](FakeDocument& document) { document.read(5, [](int) { testing::run_out_of_memory(); }); });
  put("once", [](FakeDocument& document) {
    document.read(5, [&](int page) {
      if (page == 3 && document.times == 1) testing::die_by(SIGSEGV);
    });
  });
  put("again", [](FakeDocument& document) {
    document.read(5, [&](int page) {
      if (page == (document.times < 3 ? 4 : 2)) testing::die_by(SIGBUS);
    });
  });
  put("after", [](FakeDocument& document) {
    document.mark.begin(6, 5);
    testing::die_by(SIGSEGV);
  });
  EXPECT_TRUE(run());
  EXPECT_THAT(documents(),
              ElementsAre("always failed crash: its reader crashed with SIGSEGV on page 3 of 5",
                          "first failed memory: needs more memory than there is on page 1 of 5", "once ok",
                          "again failed crash: its reader crashed with SIGBUS on page 2 of 5",
                          "after failed crash: its reader crashed with SIGSEGV after its last page"));
  EXPECT_THAT(notices("always"), ElementsAre("第1页", "第2页", StartsWith("its reader crashed")));
  EXPECT_THAT(notices("first"), ElementsAre(StartsWith("needs more memory")));
  EXPECT_THAT(notices("once"), SizeIs(5));
  EXPECT_THAT(notices("again"), ElementsAre(StartsWith("its reader crashed")));
  EXPECT_EQ(times("always"), 3);
  EXPECT_EQ(times("first"), 2);
  EXPECT_EQ(times("once"), 2);
  EXPECT_EQ(times("again"), 3);
}

TEST_F(ReadingTest, ReadsAgainAlone) {
  options_.jobs = 3;
  for (int i = 0; i < 12; ++i) {
    put(fmt::format("d{}", i), [this, i](FakeDocument& document) {
      const bool alone = ++shared_[0].reading == 1 || document.times == 1;
      --shared_[0].reading;  // before the run hears of its end
      if (i % 4 == 1 && document.times == 1) testing::die_by(SIGSEGV);
      document.result.notices.push_back({0, "alone", alone ? "alone" : "in company"});
      document.read(0);
    });
  }
  EXPECT_TRUE(run());
  EXPECT_EQ(summary_.ok, 12u);
  EXPECT_THAT(witness_.notices, SizeIs(3));
  for (int i = 0; i < 12; ++i) EXPECT_THAT(notices(fmt::format("d{}", i)), ElementsAre("alone"));
}

TEST_F(ReadingTest, ReadsAgainWhatLackedMemoryInCompany) {
  auto lacks = [](FakeDocument& document) {
    mark_failed(document.result, "memory", "needs more memory than there is");
    document.read(1);
  };
  put("once", [=](FakeDocument& document) { document.times == 1 ? lacks(document) : document.read(1); });
  put("always", lacks);
  EXPECT_TRUE(run());
  EXPECT_THAT(documents(), ElementsAre("once ok", StartsWith("always failed memory")));
  EXPECT_EQ(times("always"), 2);
}

TEST_F(ReadingTest, ReplacesReadersThatLeave) {
  std::vector<std::string> expected;
  for (int i = 0; i < 10; ++i) {
    put(fmt::format("d{}", i), [](FakeDocument& document) {
      document.read(
          2, [](int) {}, true);
    });
    expected.push_back(fmt::format("d{} ok", i));
  }
  EXPECT_TRUE(run());
  EXPECT_EQ(documents(), expected);
  EXPECT_THAT(witness_.notices, IsEmpty());
}

TEST_F(ReadingTest, EndsWhereNoReaderStarts) {
  put("a", "a");
  at_start_ = [] { throw std::runtime_error("no sandbox here"); };
  try {
    run();
    FAIL();
  } catch (const SetupError& error) {
    EXPECT_THAT(error.what(), HasSubstr("no sandbox here"));
  }
  EXPECT_TRUE(no_process_is_left());
}

TEST_F(ReadingTest, GivesTheSameWithAnyNumberOfReaders) {
  for (int i = 0; i < 30; ++i) put(fmt::format("{}.txt", i), fmt::format("content {}", i % 20));
  put("bad", [](auto&) { testing::die_by(SIGSEGV); });
  put("bad copy", "bad");
  paths_.push_back(folder_ + "/absent.pdf");
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> listings;
  for (int jobs : {1, 2, 4}) {
    options_.jobs = jobs;
    const std::string store = fmt::format("{}.sqlite", jobs);
    EXPECT_TRUE(run({}, store));
    rows.push_back(documents(store));
    listings.push_back(listing_);
    EXPECT_EQ(summary_.ok, 30u);
    EXPECT_EQ(summary_.failed, 3u);
    EXPECT_EQ(summary_.copied, 11u);
  }
  EXPECT_THAT(rows[0], SizeIs(33));
  EXPECT_EQ(rows[0][25], "25.txt ok, same as 5.txt");
  EXPECT_THAT(rows[0][31], StartsWith("bad copy failed crash: its reader crashed with SIGSEGV"));
  EXPECT_THAT(rows[0][32], StartsWith("absent.pdf failed"));
  EXPECT_EQ(rows[0], rows[1]);
  EXPECT_EQ(rows[0], rows[2]);
  EXPECT_THAT(listings, ElementsAre(listings[0], listings[0], listings[0]));
}

/// The second is handed out while the first is read: it waits for the same rows and is not read.
TEST_F(ReadingTest, ReadsOnceWhatIsInFlight) {
  put("a", [](FakeDocument& document) { document.read(3); });
  for (const char* name : {"b", "c", "d"}) put(name, "a");
  options_.jobs = 4;
  EXPECT_TRUE(run());
  EXPECT_EQ(times("a"), 1);
  EXPECT_THAT(documents(), ElementsAre("a ok", "b ok, same as a", "c ok, same as a", "d ok, same as a"));
}

/// A reader that ends when it has told a content that nobody wants from it has ended nothing.
TEST_F(ReadingTest, IsNotTouchedByADeathBehindASkip) {
  put("a", [](FakeDocument& document) { document.read(1); });
  for (const char* name : {"b", "c"}) put(name, "a");
  options_.jobs = 1;
  at_content_ = [this](Channel& run, const std::string& content) {
    run.send(Content{sha256_hex(content)});
    if (times("a") > 0) testing::die_by(SIGKILL);
  };
  EXPECT_TRUE(run());
  EXPECT_EQ(times("a"), 1);
  EXPECT_THAT(documents(), ElementsAre("a ok", "b ok, same as a", "c ok, same as a"));
}

TEST_F(ReadingTest, KeepsWhatAnEarlierRunHasRead) {
  put("a", [](FakeDocument& document) { document.read(1); });
  put("bad", [](auto&) { testing::die_by(SIGSEGV); });
  paths_.push_back(folder_ + "/later.pdf");
  EXPECT_TRUE(run());
  const auto first = documents();
  EXPECT_TRUE(run());
  EXPECT_EQ(documents(), first);
  EXPECT_EQ(times("a"), 1);
  EXPECT_EQ(times("bad"), 2);
  EXPECT_EQ(witness_.origins[folder_ + "/a"], "kept");
  EXPECT_EQ(witness_.origins[folder_ + "/bad"], "kept");
  EXPECT_EQ(witness_.origins[folder_ + "/later.pdf"], "read");
  std::ofstream(folder_ + "/later.pdf") << "here now";
  options_.again = true;
  EXPECT_TRUE(run());
  EXPECT_EQ(times("a"), 2);
  EXPECT_EQ(times("bad"), 4);
  EXPECT_THAT(documents(), ElementsAre("a ok", first[1], "later.pdf ok"));
}

TEST_F(ReadingTest, PutsEveryDocumentInOneShard) {
  std::vector<std::string> all;
  for (int i = 0; i < 30; ++i) put(fmt::format("{}.txt", i), fmt::format("content {}", i % 25));
  paths_.push_back(folder_ + "/absent.pdf");
  EXPECT_TRUE(run());
  const std::string listing = listing_;
  std::map<std::string, int> shards;
  for (int number : {1, 2, 3}) {
    const std::string store = fmt::format("{}.sqlite", number);
    EXPECT_TRUE(run({number, 3}, store));
    EXPECT_EQ(listing_, listing);
    for (const std::string& row : documents(store)) ++shards[row.substr(0, row.find(' '))];
  }
  EXPECT_THAT(shards, SizeIs(31));
  for (const auto& [document, count] : shards) EXPECT_EQ(count, 1) << document;
}

TEST_F(ReadingTest, EndsByASignalAndGoesOnLater) {
  options_.jobs = 1;
  put("a", "a");
  put("b", [](FakeDocument& document) {
    if (document.times > 1) return document.read(1);
    kill(getppid(), SIGTERM);
    testing::wait_for_ever();
  });
  put("c", "c");
  EXPECT_FALSE(run());
  EXPECT_TRUE(no_process_is_left());
  EXPECT_THAT(documents(), ElementsAre("a ok"));
  EXPECT_TRUE(run());
  EXPECT_THAT(documents(), ElementsAre("a ok", "b ok", "c ok"));
  EXPECT_EQ(summary_.kept, 1u);
}

TEST_F(ReadingTest, EndsWhereTheStoreTakesNoMore) {
  for (int i = 0; i < 8; ++i) {
    put(fmt::format("d{}", i), [i](FakeDocument& document) {
      std::string text;
      for (int n = 0; n < 3000; ++n) text += sha256_hex(fmt::format("{} {}", i, n));
      document.result.notices.push_back({0, "long", text});
      document.read(1);
    });
  }
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  auto old = std::signal(SIGXFSZ, SIG_IGN);
  rlimit small{300'000, before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &small);
  EXPECT_THROW(run(), OutputError);
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, old);
  EXPECT_TRUE(no_process_is_left());
  EXPECT_TRUE(run());
  EXPECT_THAT(documents(), SizeIs(8));
  EXPECT_GT(summary_.kept, 0u);
}

}  // namespace
}  // namespace ziping
