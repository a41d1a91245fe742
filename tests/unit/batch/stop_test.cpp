#include "base/error.h"
#include "batch/run_lock.h"
#include "batch/stop_signals.h"
#include "worker/child.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

namespace ziping {
namespace {

TEST(StopSignals, AreSeenAndKillNothing) {
  for (int number : {SIGINT, SIGTERM, SIGHUP}) {
    auto before = signal(number, SIG_DFL);
    {
      StopSignals signals;
      EXPECT_FALSE(signals.stopped());
      kill(getpid(), number);
      pollfd come{signals.descriptor(), POLLIN, 0};
      EXPECT_EQ(poll(&come, 1, 60'000), 1);
      EXPECT_TRUE(signals.stopped());
      EXPECT_TRUE(signals.stopped());
    }
    StopSignals next;
    EXPECT_FALSE(next.stopped());
    signal(number, before);
  }
}

TEST(StopSignals, LeaveAloneWhatIsIgnored) {
  auto before = signal(SIGHUP, SIG_IGN);
  {
    StopSignals signals;
    kill(getpid(), SIGHUP);
    EXPECT_FALSE(signals.stopped());
  }
  signal(SIGHUP, before);
}

TEST(RunLock, KeepsOthersOffUntilItsProcessDies) {
  std::string name = (std::filesystem::temp_directory_path() / "ziping-lock-XXXXXX").string();
  const std::string folder = mkdtemp(name.data());
  Child other = Child::start([&](Channel& run) {
    RunLock lock(folder);
    run.send(Picture{getpid(), {}});
    for (;;) pause();
  });
  const int process = message_of<Picture>(other.channel().receive().value()).page;
  try {
    RunLock lock(folder);
    ADD_FAILURE();
  } catch (const OutputError& error) {
    EXPECT_THAT(error.what(), testing::HasSubstr("another run is writing into this folder (process " +
                                                 std::to_string(process) + ")"));
  }
  other.kill();
  other.wait();
  RunLock lock(folder);
  std::filesystem::remove_all(folder);
}

TEST(RunLock, NeedsAFolderThatCanBeWritten) {
  EXPECT_THROW(RunLock("/nonexistent/folder"), OutputError);
}

}  // namespace
}  // namespace ziping
