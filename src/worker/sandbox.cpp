#include "worker/sandbox.h"

#include "worker/sandbox_calls.h"
#include "worker/sandbox_files.h"
#include "worker/sanitizer.h"

#include <fmt/format.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace ziping {
namespace {

constexpr rlim_t kMoreDescriptors = 32;

/// Bounds what may be used of a resource, for ever, by `value` or what is allowed already.
bool bound(__rlimit_resource resource, rlim_t value) {
  rlimit limit;
  if (getrlimit(resource, &limit) != 0) return false;
  limit.rlim_cur = limit.rlim_max = std::min(limit.rlim_max, value);
  return setrlimit(resource, &limit) == 0;
}

/// Address space in use; 0 where it is not known.
rlim_t address_space() {
  rlim_t pages = 0;
  std::ifstream("/proc/self/statm") >> pages;
  return pages * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
}

bool bound_memory(std::size_t bytes) {
  if (kAddressSanitizer) return false;
  const rlim_t used = address_space();
  return used > 0 && bound(RLIMIT_AS, used + bytes);
}

/// The limit is a bound on numbers of descriptors, and the lowest that is free is taken.
void bound_descriptors() {
  std::error_code error;
  const std::filesystem::directory_iterator open("/proc/self/fd", error);
  const auto count = error ? 0 : std::distance(begin(open), end(open));
  bound(RLIMIT_NOFILE, static_cast<rlim_t>(count) + kMoreDescriptors);
}

/// No core file, no process, no locked memory. A write to a file that is open fails at `memory_file_bytes`,
/// as one to a full disk does, and does not kill.
void bound_files(std::size_t memory_file_bytes) {
  std::signal(SIGXFSZ, SIG_IGN);
  bound(RLIMIT_FSIZE, memory_file_bytes);
  bound(RLIMIT_CORE, 0);
  bound(RLIMIT_NPROC, 0);
  bound(RLIMIT_MEMLOCK, 0);
  bound_descriptors();
}

/// Where the machine has no memory left, the kernel ends a worker and not its parent.
void offer_memory() {
  std::ofstream("/proc/self/oom_score_adj") << "500";
}

}  // namespace

std::string SandboxReport::str(const SandboxLimits& limits) const {
  std::string out;
  auto add = [&](const std::string& part) { out += (out.empty() ? "" : ", ") + part; };
  if (seccomp) add("seccomp");
  if (landlock > 0) add(fmt::format("landlock {}", landlock));
  if (memory) add(fmt::format("{} MB", limits.memory_bytes >> 20));
  return out.empty() ? "none" : out;
}

SandboxReport enter_sandbox(const SandboxLimits& limits) {
  SandboxReport report;
  std::signal(SIGXCPU, SIG_DFL);
  offer_memory();
  bound_files(limits.memory_file_bytes);
  report.memory = bound_memory(limits.memory_bytes);
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  report.landlock = restrict_files(limits.readable);
  report.seccomp = restrict_calls(limits);
  return report;
}

void allow_cpu(double seconds) {
  rusage used;
  rlimit limit;
  if (getrusage(RUSAGE_SELF, &used) != 0 || getrlimit(RLIMIT_CPU, &limit) != 0) return;
  auto in_seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  const double until = std::ceil(in_seconds(used.ru_utime) + in_seconds(used.ru_stime) + seconds);
  limit.rlim_cur = std::min(limit.rlim_max, static_cast<rlim_t>(until));
  setrlimit(RLIMIT_CPU, &limit);
}

}  // namespace ziping
