#include "worker/child.h"

#include "base/error.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <exception>

namespace ziping {
namespace {

constexpr int kSocket = 3;  // of the child, behind the three standard descriptors

struct Pair {
  Descriptor ours, theirs;
};

[[noreturn]] void fail_to_start() {
  throw SetupError(std::string("no process can be started: ") + std::strerror(errno));
}

Pair make_socket() {
  std::array<int, 2> ends{};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) fail_to_start();
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// A pipe that neither blocks who writes nor who reads.
Pair make_pipe() {
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0) fail_to_start();
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

/// The child hears of no key of the terminal, and of a closed one as this process does (nohup); other signals
/// do as the system says.
void set_signals() {
  for (int number : {SIGTERM, SIGPIPE, SIGCHLD, SIGQUIT}) signal(number, SIG_DFL);
  signal(SIGINT, SIG_IGN);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

/// Leaves the child its socket and its standard error.
void set_descriptors(int socket, int printed) {
  int high_socket = fcntl(socket, F_DUPFD, 100), high_printed = fcntl(printed, F_DUPFD, 100);
  int nothing = open("/dev/null", O_RDWR);
  dup2(nothing, STDIN_FILENO);
  dup2(nothing, STDOUT_FILENO);
  dup2(high_printed, STDERR_FILENO);
  dup2(high_socket, kSocket);
  close_range(kSocket + 1, ~0U, 0);
}

[[noreturn]] void be_child(const std::function<void(Channel&)>& main, pid_t parent, int socket, int printed) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);  // it died before that was set
  set_signals();
  set_descriptors(socket, printed);
  Channel run{Descriptor(kSocket)};  // only the end of the process closes it
  try {
    main(run);
  } catch (const std::exception& error) {
    ssize_t written = write(STDERR_FILENO, error.what(), std::strlen(error.what()));
    _exit(written < 0 ? 2 : 1);
  }
  _exit(0);
}

std::string read_last(int pipe) {
  constexpr std::size_t kLast = 400;
  std::string text;
  std::array<char, 4096> buffer{};
  for (ssize_t count; (count = read(pipe, buffer.data(), buffer.size())) > 0;) {
    text.append(buffer.data(), static_cast<std::size_t>(count));
    if (text.size() > kLast) text.erase(0, text.size() - kLast);
  }
  return text;
}

}  // namespace

Child Child::start(const std::function<void(Channel& run)>& main) {
  Pair socket = make_socket(), printed = make_pipe();
  signal(SIGCHLD, SIG_DFL);  // where whoever started this program had it ignored, no end could be waited for
  pid_t parent = getpid(), process = fork();
  if (process < 0) fail_to_start();
  if (process == 0) be_child(main, parent, socket.theirs.get(), printed.theirs.get());
  return {process, std::move(socket.ours), std::move(printed.ours)};
}

Child::Child(Child&& other) noexcept
    : process_(std::exchange(other.process_, 0)),
      channel_(std::move(other.channel_)),
      printed_(std::move(other.printed_)) {}

Child::~Child() {
  if (process_ == 0) return;
  kill();
  wait();
}

void Child::kill() {
  if (process_ != 0) ::kill(process_, SIGKILL);
}

ChildEnd Child::wait() {
  int status = 0;
  while (waitpid(process_, &status, 0) < 0 && errno == EINTR) {
  }
  return end_of(status);
}

std::optional<ChildEnd> Child::poll() {
  int status = 0;
  if (waitpid(process_, &status, WNOHANG) <= 0) return {};
  return end_of(status);
}

ChildEnd Child::end_of(int status) {
  process_ = 0;
  return {.code = WIFEXITED(status) ? WEXITSTATUS(status) : 0,
          .signal = WIFSIGNALED(status) ? WTERMSIG(status) : 0,
          .printed = read_last(printed_.get())};
}

}  // namespace ziping
