#include "worker/child.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace ziping {
namespace {

/// A child that has come to its end.
ChildEnd end_of(const std::function<void()>& main) {
  return Child::start([&](Channel&) { main(); }).wait();
}

/// What a child says of itself.
std::string said_by(const std::function<std::string()>& main) {
  Child child = Child::start([&](Channel& run) { run.send(Ready{main()}); });
  auto frame = child.channel().receive();
  return frame ? message_of<Ready>(*frame).sandbox : "nothing";
}

[[noreturn]] void wait_for_ever() {
  for (;;) pause();
}

/// Dies as the system has it, under a sanitizer too.
void die_by(int number) {
  signal(number, SIG_DFL);
  raise(number);
}

TEST(Child, TellsHowItEnded) {
  struct Row {
    std::function<void()> main;
    int code, signal;
    std::string printed;
  };
  for (const Row& row : {
           Row{[] {}, 0, 0, ""},
           {[] { _exit(7); }, 7, 0, ""},
           {[] { throw std::runtime_error("磁盘满"); }, 1, 0, "磁盘满"},
           {[] { die_by(SIGSEGV); }, 0, SIGSEGV, ""},
           {[] { die_by(SIGKILL); }, 0, SIGKILL, ""},
           {[] {
              std::fputs("Out of memory\n", stderr);
              die_by(SIGABRT);
            },
            0, SIGABRT, "Out of memory\n"},
       }) {
    ChildEnd end = end_of(row.main);
    EXPECT_EQ(end.code, row.code);
    EXPECT_EQ(end.signal, row.signal);
    EXPECT_EQ(end.printed, row.printed);
  }
}

TEST(Child, KeepsTheLastThatItPrinted) {
  ChildEnd end = end_of([] {
    for (int i = 0; i < 1000; ++i) std::fputs("a syntax error\n", stderr);
    std::fputs("the end", stderr);
  });
  EXPECT_LE(end.printed.size(), 400u);
  EXPECT_TRUE(end.printed.ends_with("the end"));
}

TEST(Child, IsNotStoppedByWhatItPrints) {
  EXPECT_EQ(end_of([] {
              for (int i = 0; i < 100'000; ++i) std::fputs("a syntax error\n", stderr);
              _exit(9);
            }).code,
            9);
}

TEST(Child, TalksToItsParent) {
  Child child = Child::start([](Channel& run) {
    while (auto frame = run.receive()) {
      auto job = message_of<Job>(*frame);
      Descriptor file = run.take_descriptor();
      run.send(Content{job.document}, file.get());
    }
    _exit(5);
  });
  for (const char* name : {"a.pdf", "b.pdf"}) {
    child.channel().send(Job{.document = name, .error_code = {}, .error = {}}, STDIN_FILENO);
    EXPECT_EQ(message_of<Content>(child.channel().receive().value()).sha256, name);
    child.channel().take_descriptor();
  }
  shutdown(child.channel().socket(), SHUT_WR);
  EXPECT_FALSE(child.channel().receive());
  EXPECT_EQ(child.wait().code, 5);
}

/// Nobody kills a process that was about to end, as its socket is open to its very end.
TEST(Child, HasEndedWhenItsSocketIsClosed) {
  for (int i = 0; i < 30; ++i) {
    Child child = Child::start([](Channel&) { throw std::runtime_error("why"); });
    EXPECT_FALSE(child.channel().receive());
    child.kill();
    ChildEnd end = child.wait();
    EXPECT_EQ(end.signal, 0);
    EXPECT_EQ(end.code, 1);
    EXPECT_EQ(end.printed, "why");
  }
}

TEST(Child, HasNoFileOfItsParent) {
  Descriptor low(open("/dev/null", O_RDONLY)), high(fcntl(low.get(), F_DUPFD, 300));
  Child other = Child::start([](Channel& run) { run.receive(); });
  EXPECT_EQ(said_by([] {
              std::vector<int> open;
              for (const auto& entry : std::filesystem::directory_iterator("/proc/self/fd"))
                open.push_back(std::stoi(entry.path().filename()));
              std::sort(open.begin(), open.end());
              std::string out;
              for (int number : open) out += std::to_string(number) + " ";
              return out;
            }),
            "0 1 2 3 4 ");  // 4 reads that folder
  for (const char* link : {"/proc/self/fd/0", "/proc/self/fd/1"})
    EXPECT_EQ(said_by([=] { return std::filesystem::read_symlink(link).string(); }), "/dev/null");
}

TEST(Child, DoesNotHearOfKeys) {
  EXPECT_EQ(said_by([] {
              raise(SIGINT);
              return "goes on";
            }),
            "goes on");
}

TEST(Child, HearsOfOtherSignalsWhateverItsParentDoes) {
  sigset_t blocked, before;
  sigfillset(&blocked);
  sigprocmask(SIG_BLOCK, &blocked, &before);
  auto old_term = signal(SIGTERM, SIG_IGN);
  EXPECT_EQ(end_of([] { raise(SIGTERM); }).signal, SIGTERM);
  signal(SIGTERM, old_term);
  sigprocmask(SIG_SETMASK, &before, nullptr);
}

TEST(Child, OutlivesItsTerminalUnderNohup) {
  EXPECT_EQ(end_of([] { raise(SIGHUP); }).signal, SIGHUP);
  auto old = signal(SIGHUP, SIG_IGN);
  EXPECT_EQ(end_of([] { raise(SIGHUP); }).signal, 0);
  signal(SIGHUP, old);
}

TEST(Child, IsWaitedForWhereEndsAreIgnored) {
  auto old = signal(SIGCHLD, SIG_IGN);
  EXPECT_EQ(end_of([] { _exit(7); }).code, 7);
  signal(SIGCHLD, old);
}

TEST(Child, IsGoneWithItsObject) {
  pid_t process = 0;
  {
    Child child = Child::start([](Channel& run) {
      run.send(Picture{getpid(), {}});
      wait_for_ever();
    });
    process = message_of<Picture>(child.channel().receive().value()).page;
    EXPECT_FALSE(child.poll());
    Child moved = std::move(child);
    EXPECT_FALSE(moved.poll());
  }
  EXPECT_EQ(kill(process, 0), -1);
  EXPECT_EQ(errno, ESRCH);
  EXPECT_EQ(waitpid(-1, nullptr, WNOHANG), -1);
  EXPECT_EQ(errno, ECHILD);
}

TEST(Child, IsSeenToHaveEnded) {
  Child child = Child::start([](Channel&) { _exit(4); });
  EXPECT_FALSE(child.channel().receive());
  std::optional<ChildEnd> end;
  while (!end) end = child.poll();
  EXPECT_EQ(end->code, 4);
}

TEST(Child, DiesWithItsParent) {
  Child parent = Child::start([](Channel& run) {
    Child child = Child::start([](Channel& up) {
      up.send(Picture{getpid(), {}});
      wait_for_ever();
    });
    run.send(message_of<Picture>(child.channel().receive().value()));
    wait_for_ever();
  });
  const pid_t child = message_of<Picture>(parent.channel().receive().value()).page;
  Descriptor process(static_cast<int>(syscall(SYS_pidfd_open, child, 0)));
  ASSERT_TRUE(process);
  parent.kill();
  parent.wait();
  pollfd ended{process.get(), POLLIN, 0};
  EXPECT_EQ(poll(&ended, 1, 60'000), 1);
}

}  // namespace
}  // namespace ziping
