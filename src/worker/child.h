#pragma once

#include "worker/channel.h"

#include <sys/types.h>

#include <functional>
#include <optional>
#include <string>

namespace ziping {

/// How a child process has ended.
struct ChildEnd {
  int code = 0;         ///< its exit code where no signal ended it
  int signal = 0;       ///< the signal that ended it, or 0
  std::string printed;  ///< the last it wrote to its standard error: why it aborted
};

/// A process forked from this one, with a socket to talk to it. It has no other descriptor of this process,
/// reads nothing and prints nowhere, does not hear of Ctrl-C, and dies with this process. At the end of this
/// object's life it is killed.
class Child {
 public:
  /// Runs `main` in a new process; when it returns, or throws, the process ends. Throws SetupError where the
  /// system starts no more processes.
  static Child start(const std::function<void(Channel& run)>& main);

  Child(Child&& other) noexcept;
  Child& operator=(Child&&) = delete;
  ~Child();

  Channel& channel() { return channel_; }
  void kill();
  /// Waits for its end, which must be near: it was killed, or has closed its socket.
  ChildEnd wait();
  /// The same where it has ended already.
  std::optional<ChildEnd> poll();

 private:
  Child(pid_t process, Descriptor socket, Descriptor printed)
      : process_(process), channel_(std::move(socket)), printed_(std::move(printed)) {}

  ChildEnd end_of(int status);

  pid_t process_;  ///< 0 where it has been waited for
  Channel channel_;
  Descriptor printed_;
};

}  // namespace ziping
