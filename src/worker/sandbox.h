#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ziping {

struct SandboxLimits {
  std::size_t memory_bytes = 1024ull << 20;  ///< of address space, beyond what the process has at its start
  std::size_t memory_file_bytes = 0;  ///< of one file in memory (memfd_create()); 0 where none is needed
  std::vector<std::string> readable;  ///< folders that may still be read: poppler-data
};

/// What applied of a sandbox; kernels differ.
struct SandboxReport {
  bool seccomp = false;
  int landlock = 0;     ///< its ABI; 0 where the kernel has none
  bool memory = false;  ///< never under the address sanitizer, which takes terabytes of addresses

  /// "seccomp, landlock 7, 1024 MB"; "none" where nothing applied.
  std::string str(const SandboxLimits& limits) const;
};

/// Shuts this process in for the rest of its life: it can open no file outside `readable` and none for
/// writing, no socket and no process; it writes no core file and no byte to a file on a disk; no memory
/// becomes code; its memory is bounded. What is open stays open, so close what it should not have.
/// Descriptors still come and go over a socket that is open, 32 more at a time. A call that is not allowed
/// fails with EPERM or EACCES; it does not kill.
///
/// Best effort: seccomp without landlock leaves every file readable (none where `readable` is empty);
/// landlock without seccomp leaves processes, and sockets on kernels older than 6.7.
/// The process must have one thread. Under the address sanitizer it must end by _exit(): the search for leaks
/// at exit() starts a process.
SandboxReport enter_sandbox(const SandboxLimits& limits);

/// From now on this process may use `seconds` of CPU time, rounded up to whole seconds since its start; then
/// SIGXCPU ends it. May be called inside the sandbox, again and again.
void allow_cpu(double seconds);

}  // namespace ziping
