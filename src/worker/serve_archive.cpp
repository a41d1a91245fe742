#include "worker/serve_archive.h"

#include "base/error.h"

#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <new>
#include <string>

namespace ziping {
namespace {

/// An archive in memory, page by page as it is needed.
class MappedFile {
 public:
  explicit MappedFile(int descriptor) {
    struct stat status {};
    if (fstat(descriptor, &status) == 0) size_ = static_cast<std::size_t>(status.st_size);
    if (size_ == 0) return;
    bytes_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
    if (bytes_ == MAP_FAILED)
      throw InputError("unreadable", fmt::format("cannot be read: {}", std::strerror(errno)));
  }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile() {
    if (size_ > 0) munmap(bytes_, size_);
  }

  std::string_view bytes() const {
    return size_ == 0 ? std::string_view() : std::string_view(static_cast<const char*>(bytes_), size_);
  }

 private:
  void* bytes_ = nullptr;
  std::size_t size_ = 0;
};

/// A file without a name that holds `bytes`. Throws std::bad_alloc.
Descriptor memory_file(std::string_view bytes) {
  Descriptor file(memfd_create("entry", MFD_CLOEXEC));
  if (!file) throw std::bad_alloc();
  while (!bytes.empty()) {
    ssize_t count = write(file.get(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) throw std::bad_alloc();
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return file;
}

class Unpacker {
 public:
  Unpacker(Channel& run, const WorkerLimits& limits, std::uint64_t given)
      : run_(run), limits_(limits), given_(given) {}

  void unpack(int archive, const ArchiveLimits& archive_limits) {
    MappedFile file(archive);
    read_archive(
        file.bytes(), archive_limits,
        [this](const ArchiveEntry& entry, const std::string& bytes) { return give(entry, bytes); },
        [this](const std::string& name, const std::string& code, const std::string& message) {
          run_.send(Problem{name, code, message});
        });
  }

 private:
  /// False where the run wants no more.
  bool give(const ArchiveEntry& entry, const std::string& bytes) {
    allow_cpu(limits_.cpu_seconds);  // for the next entry
    if (entry.index <= given_) return true;
    std::optional<Frame> credit = run_.receive();
    if (!credit) return false;
    Descriptor file = memory_file(bytes);
    run_.send(Entry{entry.name, entry.index}, file.get());
    return true;
  }

  Channel& run_;
  const WorkerLimits& limits_;
  std::uint64_t given_;
};

ArchiveEnd unpacked(Unpacker& unpacker, int archive, const ArchiveLimits& archive_limits) {
  try {
    unpacker.unpack(archive, archive_limits);
    return {};
  } catch (const InputError& error) {
    return {error.code, error.what()};
  } catch (const std::bad_alloc&) {
    return {"memory", "the archive needs more memory than there is"};
  }
}

}  // namespace

void serve_archive(Channel& run, const ArchiveLimits& archive_limits, const WorkerLimits& limits) {
  run.send(Ready{enter_sandbox(limits.sandbox).str(limits.sandbox)});
  std::optional<Frame> frame = run.receive();
  if (!frame) return;
  auto job = message_of<ArchiveJob>(*frame);
  Descriptor archive = run.take_descriptor();
  allow_cpu(limits.cpu_seconds);
  Unpacker unpacker(run, limits, job.given);
  run.send(unpacked(unpacker, archive.get(), archive_limits));
}

}  // namespace ziping
