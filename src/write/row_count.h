#pragma once

#include "base/forked_array.h"

#include <atomic>
#include <cstddef>

namespace ziping {

/// Rows written so far by this process and those it has forked.
class RowCount {
 public:
  void add(std::size_t rows) { rows_[0].fetch_add(rows, std::memory_order_relaxed); }
  std::size_t rows() const { return rows_[0].load(std::memory_order_relaxed); }

 private:
  ForkedArray<std::atomic<std::size_t>> rows_{1, 0};
};

}  // namespace ziping
