#include "batch/stop_signals.h"

#include <sys/signalfd.h>

namespace ziping {

namespace {

/// nohup has a program ignore SIGHUP.
bool is_ignored(int number) {
  struct sigaction action {};
  return sigaction(number, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

}  // namespace

StopSignals::StopSignals() {
  sigset_t stops;
  sigemptyset(&stops);
  for (int number : {SIGINT, SIGTERM, SIGHUP})
    if (!is_ignored(number)) sigaddset(&stops, number);
  sigprocmask(SIG_BLOCK, &stops, &before_);
  descriptor_ = Descriptor(signalfd(-1, &stops, SFD_CLOEXEC | SFD_NONBLOCK));
}

StopSignals::~StopSignals() {
  sigprocmask(SIG_SETMASK, &before_, nullptr);
}

bool StopSignals::stopped() {
  signalfd_siginfo come;
  while (read(descriptor_.get(), &come, sizeof come) == sizeof come) stopped_ = true;
  return stopped_;
}

}  // namespace ziping
