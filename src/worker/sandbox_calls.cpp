#include "worker/sandbox_calls.h"

#include "worker/sanitizer.h"

#include <fcntl.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cerrno>
#include <sstream>
#include <string>
#include <vector>

namespace ziping {
namespace {

using Condition = scmp_arg_cmp;
using Conditions = std::vector<Condition>;

/// Argument `number` of a call, with only the bits of `mask`, is `value`.
Condition argument(unsigned number, scmp_datum_t mask, scmp_datum_t value) {
  return {number, SCMP_CMP_MASKED_EQ, mask, value};
}
Condition argument(unsigned number, scmp_datum_t value) {
  return {number, SCMP_CMP_EQ, value, 0};
}

/// A list of the calls that are allowed; the others fail with EPERM.
class CallFilter {
 public:
  CallFilter() : filter_(seccomp_init(SCMP_ACT_ERRNO(EPERM))) {}
  CallFilter(const CallFilter&) = delete;
  CallFilter& operator=(const CallFilter&) = delete;
  ~CallFilter() {
    if (filter_ != nullptr) seccomp_release(filter_);
  }

  void allow(const std::string& name, const Conditions& where = {}) {
    const int call = seccomp_syscall_resolve_name(name.c_str());
    sound_ = sound_ && filter_ != nullptr && call != __NR_SCMP_ERROR &&
             seccomp_rule_add_array(filter_, SCMP_ACT_ALLOW, call, static_cast<unsigned>(where.size()),
                                    where.data()) == 0;
  }

  /// For this process and all its threads, for ever. Returns whether the kernel took it.
  bool apply() {
    return sound_ && filter_ != nullptr && seccomp_attr_set(filter_, SCMP_FLTATR_CTL_TSYNC, 1) == 0 &&
           seccomp_load(filter_) == 0;
  }

 private:
  scmp_filter_ctx filter_;
  bool sound_ = true;
};

/// Calls that need no look at their arguments. Those of one C library or processor that another has not are
/// no fault.
constexpr const char* kPlainCalls =
    "read pread64 readv write writev lseek close getdents64 fadvise64 fstat newfstatat statx stat lstat "
    "poll ppoll recvmsg sendmsg recvfrom sendto "
    "munmap mremap madvise brk futex getrandom "
    "rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack restart_syscall exit exit_group "
    "clock_gettime clock_getres gettimeofday time nanosleep clock_nanosleep sched_yield sched_getaffinity "
    "getrusage getrlimit sysinfo getpid getppid gettid getuid geteuid getgid getegid";

/// Memory may be written or run, not made to run.
void allow_memory(CallFilter& filter) {
  filter.allow("mmap", {argument(2, PROT_EXEC, 0)});
  filter.allow("mprotect", {argument(2, PROT_EXEC, 0)});
}

/// Where landlock is absent, whatever this user may read.
void allow_opening(CallFilter& filter) {
  constexpr scmp_datum_t kTemporary = O_TMPFILE & ~O_DIRECTORY;
  constexpr scmp_datum_t kChanging = O_ACCMODE | O_CREAT | O_TRUNC | kTemporary;
  filter.allow("openat", {argument(2, kChanging, O_RDONLY)});
  filter.allow("open", {argument(1, kChanging, O_RDONLY)});
}

/// Flags, copies and seals; no signals (F_SETOWN, F_SETSIG), no locks.
void allow_descriptors(CallFilter& filter) {
  for (int command : {F_GETFD, F_SETFD, F_GETFL, F_SETFL, F_DUPFD, F_DUPFD_CLOEXEC, F_ADD_SEALS, F_GET_SEALS})
    filter.allow("fcntl", {argument(1, static_cast<scmp_datum_t>(command))});
}

/// Files in memory are made by name for people only; ftruncate() needs a descriptor open for writing.
void allow_memory_files(CallFilter& filter) {
  filter.allow("memfd_create");
  filter.allow("ftruncate");
}

/// What is asked of oneself: limits are read, that of CPU time is set (allow_cpu()), abort() signals itself.
void allow_self(CallFilter& filter) {
  filter.allow("prlimit64", {argument(0, 0), argument(2, 0)});
  filter.allow("prlimit64", {argument(0, 0), argument(1, RLIMIT_CPU)});
  filter.allow("setrlimit", {argument(0, RLIMIT_CPU)});
  filter.allow("tgkill", {argument(0, static_cast<scmp_datum_t>(getpid()))});
}

/// The undefined behaviour sanitizer finds out by a pipe whether an address can be read.
void allow_sanitizer(CallFilter& filter) {
  filter.allow("pipe");
  filter.allow("pipe2");
}

}  // namespace

bool restrict_calls(const SandboxLimits& limits) {
  CallFilter filter;
  std::istringstream plain(kPlainCalls);
  for (std::string call; plain >> call;) filter.allow(call);
  allow_memory(filter);
  allow_descriptors(filter);
  allow_self(filter);
  if (!limits.readable.empty()) allow_opening(filter);
  if (limits.memory_file_bytes > 0) allow_memory_files(filter);
  if (kAddressSanitizer) allow_sanitizer(filter);
  return filter.apply();
}

}  // namespace ziping
