#include "worker/read_open_file.h"

#include "base/error.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace ziping {

std::string read_open_file(int descriptor, std::uint64_t limit) {
  struct stat status {};
  if (fstat(descriptor, &status) != 0) throw InputError("unreadable", std::strerror(errno));
  auto too_large = [&] { return InputError("too_large", fmt::format("is larger than {} MB", limit >> 20)); };
  if (static_cast<std::uint64_t>(status.st_size) > limit) throw too_large();
  std::string bytes(static_cast<std::size_t>(status.st_size) + 1, '\0');  // one more shows the end
  std::size_t size = 0;
  for (;;) {
    ssize_t count = pread(descriptor, bytes.data() + size, bytes.size() - size, static_cast<off_t>(size));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw InputError("unreadable", fmt::format("cannot be read: {}", std::strerror(errno)));
    if (count == 0) break;
    size += static_cast<std::size_t>(count);
    if (size > limit) throw too_large();
    if (size == bytes.size()) bytes.resize(bytes.size() * 2);
  }
  bytes.resize(size);
  return bytes;
}

}  // namespace ziping
