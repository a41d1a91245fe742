#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <new>
#include <type_traits>

namespace ziping {

/// Values in memory that this process shares with those it forks. Throws std::bad_alloc.
template <class Value>
class ForkedArray {
  static_assert(std::is_trivially_destructible_v<Value>);

 public:
  template <class... Initial>
  explicit ForkedArray(std::size_t size, Initial... initial) : bytes_(size * sizeof(Value) + 1) {
    void* memory = mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw std::bad_alloc();
    values_ = static_cast<Value*>(memory);
    for (std::size_t i = 0; i < size; ++i) new (values_ + i) Value(initial...);
  }
  ForkedArray(const ForkedArray&) = delete;
  ForkedArray& operator=(const ForkedArray&) = delete;
  ~ForkedArray() { munmap(values_, bytes_); }

  Value& operator[](std::size_t at) { return values_[at]; }
  const Value& operator[](std::size_t at) const { return values_[at]; }

 private:
  std::size_t bytes_;  ///< one more than the values take: nothing cannot be mapped
  Value* values_;
};

}  // namespace ziping
