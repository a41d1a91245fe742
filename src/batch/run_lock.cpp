#include "batch/run_lock.h"

#include "base/error.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <cerrno>
#include <cstring>

namespace ziping {
namespace {

constexpr const char* kName = "/.ziping.lock";

struct flock whole_file() {
  struct flock lock {};
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  return lock;
}

std::string holder_of(int file) {
  struct flock lock = whole_file();
  bool known = fcntl(file, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK && lock.l_pid > 0;
  return known ? fmt::format(" (process {})", lock.l_pid) : "";
}

}  // namespace

RunLock::RunLock(const std::string& folder)
    : file_(open((folder + kName).c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {
  if (!file_) throw OutputError(fmt::format("{}: cannot be written: {}", folder, std::strerror(errno)));
  struct flock lock = whole_file();
  if (fcntl(file_.get(), F_SETLK, &lock) == 0) return;
  if (errno == EACCES || errno == EAGAIN)
    throw OutputError(
        fmt::format("{}: another run is writing into this folder{}", folder, holder_of(file_.get())));
  throw OutputError(fmt::format("{}: cannot be locked: {}", folder, std::strerror(errno)));
}

}  // namespace ziping
