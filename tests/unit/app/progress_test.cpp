#include "app/progress.h"

#include "app/run_sentences.h"
#include "base/utf8.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ziping {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A run that is watched, with a clock set by hand, and all that is written of it.
struct Watched {
  double now = 1000;
  int columns = 100;
  std::string bytes;
  ObserverOptions options;
  std::unique_ptr<RunObserver> observer;

  explicit Watched(ObserverOptions given = {}) : options(std::move(given)) {
    options.folder = "out";
    options.width = [this] { return columns; };
    options.write = [this](std::string_view text) { bytes += text; };
    options.clock = [this] { return now; };
    observer = make_observer(options);
  }

  /// The lines of a terminal that has been sent the bytes; the last one is where the cursor stands.
  std::vector<std::string> screen() const {
    std::vector<std::string> lines{""};
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      if (bytes.compare(at, 4, "\r\x1b[K") == 0) {
        lines.back().clear();
        at += 3;
      } else if (bytes[at] == '\n') {
        lines.emplace_back();
      } else {
        lines.back() += bytes[at];
      }
    }
    return lines;
  }

  void fail(const std::string& path, const std::string& reason, Origin origin = Origin::read) {
    observer->document({.document = path,
                        .status = Status::failed,
                        .error_code = "damaged",
                        .error = reason,
                        .origin = origin});
  }

  /// What is reported `seconds` after the beginning of a run of 100 inputs that reads 2 a second.
  void report_progress(double seconds) {
    now = 1000 + seconds;
    auto done = static_cast<std::size_t>(2 * seconds);
    observer->progress({.inputs = 100,
                        .inputs_done = done,
                        .documents = done,
                        .failed = done / 10,
                        .pages = 10 * done,
                        .seconds = seconds});
  }
};

ObserverOptions live() {
  ObserverOptions options;
  options.live = true;
  return options;
}

TEST(Progress, LineOfATerminalIsKeptUpToDate) {
  Watched run(live());
  run.report_progress(1);
  EXPECT_THAT(run.screen(), ElementsAre("ziping: 2 documents (2%), 20.0 pages/s"));
  run.observer->document({.document = "a.pdf", .records = 31});
  run.report_progress(20);
  EXPECT_THAT(run.screen(),
              ElementsAre("ziping: 40 documents (40%), 4 failed, about 30 s left, 20.0 pages/s, 31 records"));
  run.observer->writing({.documents = 100});
  EXPECT_THAT(run.screen(), ElementsAre("ziping: 100 documents read, writing the dataset"));
  run.observer->end({.ok = 100, .records = 31, .seconds = 3});
  EXPECT_THAT(run.screen(),
              ElementsAre("ziping: 100 documents: 100 ok, 0 partial, 0 failed; 31 records in out", ""));
}

TEST(Progress, LineIsWrittenTenTimesASecondAtMost) {
  Watched run(live());
  for (int i = 1; i <= 1000; ++i) run.report_progress(i / 500.0);
  auto updates = static_cast<std::size_t>(std::count(run.bytes.begin(), run.bytes.end(), '\r'));
  EXPECT_GE(updates, 15u);
  EXPECT_LE(updates, 20u);
}

TEST(Progress, LineNeverReachesTheLastColumn) {
  for (int columns : {12, 30, 40, 60, 80, 100}) {
    Watched run(live());
    run.columns = columns;
    run.observer->document({.document = "a.pdf", .records = 12345});
    run.report_progress(40);
    EXPECT_LT(display_width(run.screen().back()), columns);
    run.observer->writing({.documents = 100000});
    EXPECT_LT(display_width(run.screen().back()), columns);
  }
}

TEST(Progress, NarrowLineHoldsWhatFits) {
  RunProgress progress{.inputs = 100, .inputs_done = 40, .documents = 412, .failed = 3, .pages = 9000};
  RunSpeed speed{31.54, 700, 18230};
  const std::pair<int, const char*> rows[] = {
      {100, "ziping: 412 documents (40%), 3 failed, about 12 min left, 31.5 pages/s, 18230 records"},
      {70, "ziping: 412 documents (40%), 3 failed, about 12 min left, 31.5 pages/s"},
      {55, "ziping: 412 documents (40%), 3 failed, 31.5 pages/s"},
      {30, "ziping: 412 documents (40%)"},
      {20, "ziping: 412 documen…"},
  };
  for (const auto& [width, line] : rows) EXPECT_EQ(progress_line(progress, speed, width), line) << width;
}

TEST(Progress, FailuresArePrintedAboveTheLine) {
  Watched run(live());
  run.report_progress(1);
  run.fail("a/坏.pdf", "the file is empty");
  run.observer->notice("worker_died", "b.pdf", "its worker died; it is tried once more");
  EXPECT_THAT(run.screen(), ElementsAre("ziping: a/坏.pdf: the file is empty",
                                        "ziping: b.pdf: its worker died; it is tried once more",
                                        "ziping: 2 documents (2%), 20.0 pages/s"));
}

TEST(Progress, LineGoesWithItsObserver) {
  Watched run(live());
  run.report_progress(1);
  run.observer.reset();
  EXPECT_THAT(run.screen(), ElementsAre(""));
}

TEST(Progress, WithoutATerminalALineEachThirtySeconds) {
  Watched run;
  for (int half = 1; half <= 140; ++half) run.report_progress(half / 2.0);
  std::vector<std::string> lines = run.screen();
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0], "ziping: 60 documents (60%), 6 failed, about 20 s left, 20.0 pages/s");
  EXPECT_THAT(lines[1], HasSubstr("ziping: 120 documents"));
  EXPECT_EQ(run.bytes.find('\x1b'), std::string::npos);
}

TEST(Progress, NothingOfAPathMovesTheTerminal) {
  for (bool json : {false, true}) {
    ObserverOptions options;
    options.log_json = json;
    Watched run(options);
    run.fail("a\x1b[2J\r\n\u009b1m\u202e\x7f\xff.pdf", "bad \x07 word");
    run.observer->notice("code", "b\x1b.pdf", "with \x1b");
    ASSERT_EQ(std::count(run.bytes.begin(), run.bytes.end(), '\n'), 2);
    std::erase(run.bytes, '\n');
    for (std::size_t at = 0; at < run.bytes.size();) {
      char32_t ch = next_char(run.bytes, at);
      EXPECT_FALSE(ch < 0x20 || (ch >= 0x7F && ch <= 0x9F)) << run.bytes;
    }
  }
}

TEST(Progress, QuietShowsFailuresAlone) {
  for (bool terminal : {false, true}) {
    ObserverOptions options;
    options.live = terminal;
    options.quiet = true;
    Watched run(options);
    run.report_progress(50);
    run.fail("a.pdf", "the file is empty");
    run.observer->notice("code", "", "a limit could not be set");
    run.observer->writing({});
    run.observer->end({.ok = 9, .failed = 1, .kept = 4, .seconds = 60});
    EXPECT_EQ(run.bytes, "ziping: a.pdf: the file is empty\n");
  }
}

TEST(Progress, FailuresOfAnEarlierRunAreCountedNotTold) {
  Watched run;
  run.fail("a.pdf", "the file is empty", Origin::kept);
  EXPECT_THAT(run.bytes, IsEmpty());
  run.fail("copy of a.pdf", "the file is empty", Origin::copied);
  run.observer->end({.ok = 3, .failed = 2, .failures = {{"empty", 2}}, .kept = 4, .copied = 1, .records = 1});
  EXPECT_THAT(run.screen(),
              ElementsAre("ziping: copy of a.pdf: the file is empty",
                          "ziping: 5 documents: 3 ok, 0 partial, 2 failed; 1 record in out",
                          "ziping: failed: 2 empty; listed in out/documents.csv, columns status and error",
                          "ziping: 4 documents kept from an earlier run; 1 copy of another", ""));
}

TEST(Summary, OfALongRun) {
  RunSummary summary{.ok = 9000,
                     .partial = 20,
                     .failed = 30,
                     .failures = {{"damaged", 9}, {"empty", 3}, {"password", 15}, {"timeout", 3}},
                     .copied = 12,
                     .records = 180000,
                     .pages = 90500,
                     .seconds = 2900.4,
                     .sandbox = "seccomp, 1024 MB"};
  EXPECT_THAT(summary_lines(summary, "out", "the list", 30),
              ElementsAre("ziping: 9050 documents: 9000 ok, 20 partial, 30 failed; 180000 records in out",
                          "ziping: failed: 15 password, 9 damaged, 3 empty, 3 timeout; listed in the list",
                          "ziping: 12 copies of others; 90500 pages in 48 min 20 s (31.2 a second); "
                          "readers shut in by seccomp, 1024 MB"));
}

TEST(Summary, OfAShortRunIsALine) {
  RunSummary summary{
      .ok = 1, .failed = 4, .skipped = 1, .failures = {{"damaged", 4}}, .copied = 1, .records = 12};
  EXPECT_THAT(summary_lines(summary, "out", "", 4),
              ElementsAre("ziping: 6 documents: 1 ok, 0 partial, 4 failed, 1 skipped; 12 records in out"));
}

TEST(Summary, OfARunThatFoundAllDone) {
  RunSummary summary{.ok = 3, .kept = 3, .records = 40, .seconds = 0.2};
  EXPECT_THAT(summary_lines(summary, "out", "", 0),
              ElementsAre("ziping: 3 documents: 3 ok, 0 partial, 0 failed; 40 records in out",
                          "ziping: all kept from an earlier run (--again reads them anew)"));
}

TEST(Summary, CountsTextFilesWhereNoPagesAreRead) {
  RunSummary summary{.ok = 1000, .kept = 700, .records = 40, .seconds = 20};
  EXPECT_THAT(summary_lines(summary, "out", "", 0).back(),
              "ziping: 700 documents kept from an earlier run; 300 documents in 20 s (15.0 a second)");
}

TEST(Summary, NamesWhatContradictsItself) {
  RunSummary summary{.ok = 3, .records = 40, .contradictions = 5, .contradictory = 1};
  EXPECT_THAT(summary_lines(summary, "out", "", 0).back(),
              "ziping: audit: 5 contradictions in 1 document: ziping audit out");
}

TEST(Summary, OfAStoppedRunSaysHowItGoesOn) {
  RunSummary summary{
      .ok = 5, .failed = 11, .failures = {{"damaged", 11}}, .pages = 40, .seconds = 8, .stopped = true};
  EXPECT_THAT(summary_lines(summary, "out", "", 11),
              ElementsAre("ziping: stopped after 16 documents: 5 ok, 0 partial, 11 failed; "
                          "the same command goes on from here",
                          "ziping: failed: 11 damaged"));
}

TEST(Summary, NamesTheMostFrequentReasons) {
  RunSummary summary{.failed = 45};
  for (std::size_t i = 1; i <= 10; ++i) summary.failures["reason" + std::to_string(i)] = i < 10 ? i : 0;
  std::vector<std::string> lines = summary_lines(summary, "out", "the list", 0);
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_THAT(lines[1], testing::StartsWith("ziping: failed: 9 reason9, 8 reason8,"));
  EXPECT_THAT(lines[1], HasSubstr("2 reason2, 1 for other reasons; listed in the list"));
}

TEST(JsonLog, IsALineAnEvent) {
  ObserverOptions options;
  options.log_json = true;
  options.live = true;
  Watched run(options);
  run.observer->begin({.inputs = 3, .jobs = 2, .sandbox = "seccomp, 1024 MB"});
  run.now += 1.5;
  run.observer->document(
      {.document = "a \"b\".pdf", .pages = 12, .records = 31, .contradictions = 2, .seconds = 0.25});
  run.fail("坏.pdf", "the file is empty", Origin::copied);
  run.observer->notice("landlock", "", "this kernel has no landlock");
  run.observer->writing({.inputs = 3, .inputs_done = 3, .documents = 2, .failed = 1, .pages = 12});
  run.observer->end({.ok = 1,
                     .failed = 1,
                     .failures = {{"damaged", 1}},
                     .copied = 1,
                     .records = 31,
                     .contradictions = 2,
                     .contradictory = 1,
                     .pages = 12});
  EXPECT_EQ(run.bytes,
            R"({"event":"begin","seconds":0.000,"inputs":3,"jobs":2,"sandbox":"seccomp, 1024 MB"}
{"event":"document","seconds":1.500,"document":"a \"b\".pdf","status":"ok","origin":"read","pages":12,"records":31,"contradictions":2,"reading_seconds":0.250}
{"event":"document","seconds":1.500,"document":"坏.pdf","status":"failed","origin":"copied","pages":0,"records":0,"contradictions":0,"reading_seconds":0.000,"code":"damaged","message":"the file is empty"}
{"event":"notice","seconds":1.500,"code":"landlock","message":"this kernel has no landlock"}
{"event":"writing","seconds":1.500,"inputs":3,"inputs_done":3,"documents":2,"failed":1,"pages":12}
{"event":"end","seconds":1.500,"documents":2,"ok":1,"partial":0,"failed":1,"skipped":0,"failures":{"damaged":1},"kept":0,"copied":1,"records":31,"contradictions":2,"pages":12,"stopped":false}
)");
}

TEST(JsonLog, TellsProgressEachTenSeconds) {
  ObserverOptions options;
  options.log_json = true;
  Watched run(options);
  for (int half = 1; half <= 50; ++half) run.report_progress(half / 2.0);
  EXPECT_EQ(std::count(run.bytes.begin(), run.bytes.end(), '\n'), 2);
  EXPECT_THAT(run.bytes, HasSubstr(R"({"event":"progress","seconds":20.000,"inputs":100,"inputs_done":40,)"));
}

TEST(JsonLog, QuietIsFailuresAlone) {
  ObserverOptions options;
  options.log_json = true;
  options.quiet = true;
  Watched run(options);
  run.observer->begin({});
  run.observer->document({.document = "a.pdf"});
  run.fail("b.pdf", "the file is empty");
  run.report_progress(20);
  run.observer->writing({});
  run.observer->end({});
  EXPECT_EQ(std::count(run.bytes.begin(), run.bytes.end(), '\n'), 1);
  EXPECT_THAT(run.bytes, HasSubstr(R"("document":"b.pdf")"));
}

}  // namespace
}  // namespace ziping
