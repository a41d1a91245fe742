#include "worker/sandbox_files.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdint>

namespace ziping {
namespace {

/// As `landlock_ruleset_attr` of ABI 6; Debian 12's headers know the first field only. A kernel of an older
/// ABI takes it where the fields that it does not know are 0.
struct RulesetAttributes {
  std::uint64_t handled_access_fs, handled_access_net, scoped;
};

constexpr std::uint64_t lowest(int bits) {
  return (std::uint64_t{1} << bits) - 1;
}

/// All that landlock can forbid: rights to files of ABI 1 end with MAKE_SYM; 2 added REFER, 3 TRUNCATE, 5
/// IOCTL_DEV. TCP came with ABI 4, abstract sockets and signals with 6.
RulesetAttributes everything(int abi) {
  const int file_rights = abi >= 5 ? 16 : abi >= 3 ? 15 : abi >= 2 ? 14 : 13;
  return {lowest(file_rights), abi >= 4 ? lowest(2) : 0, abi >= 6 ? lowest(2) : 0};
}

/// Landlock's calls, for which the C library has no functions.
int create_ruleset(const RulesetAttributes* attributes, std::size_t size, unsigned flags) {
  return static_cast<int>(syscall(SYS_landlock_create_ruleset, attributes, size, flags));
}

void allow_reading(int ruleset, const std::string& folder) {
  const int descriptor = open(folder.c_str(), O_PATH | O_CLOEXEC);
  if (descriptor < 0) return;
  landlock_path_beneath_attr below = {};
  below.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  below.parent_fd = descriptor;
  syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &below, 0);
  close(descriptor);
}

}  // namespace

int restrict_files(const std::vector<std::string>& readable) {
  const int abi = create_ruleset(nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (abi < 1) return 0;
  const RulesetAttributes attributes = everything(abi);
  const int ruleset = create_ruleset(&attributes, sizeof attributes, 0);
  if (ruleset < 0) return 0;
  for (const std::string& folder : readable) allow_reading(ruleset, folder);
  const bool applied =
      prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  close(ruleset);
  return applied ? abi : 0;
}

}  // namespace ziping
