#include "batch/death.h"

#include <gtest/gtest.h>
#include <signal.h>

namespace ziping {
namespace {

TEST(Death, SaysWhyAReaderEnded) {
  struct Row {
    ChildEnd end;
    Killed killed;
    int page, pages;
    std::string code, message;
    bool outside = false;
  };
  for (const Row& row : {
           Row{{0, SIGSEGV, ""}, Killed::no, 3, 9, "crash", "its reader crashed with SIGSEGV on page 3 of 9"},
           {{0, SIGABRT, "pure virtual"},
            Killed::no,
            0,
            0,
            "crash",
            "its reader crashed with SIGABRT before its first page"},
           {{0, SIGSYS, ""},
            Killed::no,
            10,
            9,
            "crash",
            "its reader crashed with SIGSYS after its last page"},
           {{0, SIGSEGV, ""}, Killed::no, kNoPage, 0, "crash", "its reader crashed with SIGSEGV"},
           {{7, 0, ""}, Killed::no, 1, 1, "crash", "its reader ended with exit code 7 on page 1 of 1"},
           {{0, SIGABRT, "x\nOut of memory\n"},
            Killed::no,
            2,
            3,
            "memory",
            "needs more memory than there is on page 2 of 3"},
           {{1, 0, "std::bad_alloc"},
            Killed::no,
            2,
            3,
            "memory",
            "needs more memory than there is on page 2 of 3"},
           {{0, SIGXCPU, ""},
            Killed::no,
            2,
            3,
            "timeout",
            "took more processor time than it should; stopped on page 2 of 3"},
           {{0, SIGKILL, "Out of memory"},
            Killed::silent,
            2,
            3,
            "timeout",
            "nothing was read in 2.5 s; stopped on page 2 of 3"},
           {{0, SIGKILL, ""},
            Killed::broken,
            0,
            0,
            "crash",
            "its reader talked nonsense and was stopped before its first page"},
           {{0, SIGKILL, ""},
            Killed::no,
            2,
            3,
            "killed",
            "its reader was killed again and again by SIGKILL on page 2 of 3",
            true},
           {{0, SIGTERM, ""},
            Killed::no,
            0,
            0,
            "killed",
            "its reader was killed again and again by SIGTERM before its first page",
            true},
       }) {
    Death death = death_of(row.end, row.killed, 2.5, row.page, row.pages);
    EXPECT_EQ(death.code, row.code) << row.message;
    EXPECT_EQ(death.message, row.message);
    EXPECT_EQ(death.outside, row.outside) << row.message;
  }
}

}  // namespace
}  // namespace ziping
