#pragma once

#include <atomic>
#include <cstddef>

namespace ziping {

/// Rows written so far by this process and those it has forked.
class RowCount {
 public:
  /// Throws std::bad_alloc.
  RowCount();
  RowCount(const RowCount&) = delete;
  RowCount& operator=(const RowCount&) = delete;
  ~RowCount();

  void add(std::size_t rows) { rows_->fetch_add(rows, std::memory_order_relaxed); }
  std::size_t rows() const { return rows_->load(std::memory_order_relaxed); }

 private:
  std::atomic<std::size_t>* rows_;  ///< in memory that forked processes share
};

}  // namespace ziping
