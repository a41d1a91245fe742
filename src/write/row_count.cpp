#include "write/row_count.h"

#include <sys/mman.h>

#include <new>

namespace ziping {

RowCount::RowCount() {
  void* shared = mmap(nullptr, sizeof *rows_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED) throw std::bad_alloc();
  rows_ = new (shared) std::atomic<std::size_t>(0);
}

RowCount::~RowCount() {
  munmap(rows_, sizeof *rows_);
}

}  // namespace ziping
