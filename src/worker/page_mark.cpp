#include "worker/page_mark.h"

#include "base/error.h"

#include <sys/mman.h>

#include <cerrno>
#include <cstring>
#include <new>
#include <string>

namespace ziping {

static_assert(std::atomic<std::uint64_t>::is_always_lock_free);  // a lock would not reach over processes

PageMark::PageMark() {
  void* memory = mmap(nullptr, sizeof *shared_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (memory == MAP_FAILED)
    throw SetupError(std::string("no memory to share with a worker: ") + std::strerror(errno));
  shared_ = new (memory) std::atomic<std::uint64_t>(0);
}

PageMark::~PageMark() {
  munmap(shared_, sizeof *shared_);
}

void PageMark::set(Place place) {
  auto bits = [](int number) { return std::uint64_t{static_cast<std::uint32_t>(number)}; };
  *shared_ = bits(place.page) << 32 | bits(place.pages);
}

PageMark::Place PageMark::place() const {
  std::uint64_t bits = *shared_;
  return {static_cast<int>(bits >> 32), static_cast<int>(bits & 0xFFFFFFFFU)};
}

}  // namespace ziping
