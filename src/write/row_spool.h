#pragma once

#include "record/schema.h"

#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

namespace ziping {

/// Rows put aside on disk, to be read again, for formats whose head tells of what follows. Throws
/// OutputError.
class RowSpool {
 public:
  /// The file has no name and goes with its spool; it lies in `folder`.
  RowSpool(const std::string& folder, std::size_t columns);

  void add(const Row& row);
  /// Gives all rows in their order.
  void for_each(const RowSink& sink);

  std::size_t rows() const { return rows_; }
  /// Bytes of the longest cell of a column.
  std::size_t width(std::size_t column) const { return widths_[column]; }

 private:
  struct Close {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  void flush();
  bool read(void* bytes, std::size_t size);
  [[noreturn]] void fail() const;

  std::string folder_, buffer_;
  std::unique_ptr<std::FILE, Close> file_;
  std::vector<std::size_t> widths_;
  std::size_t rows_ = 0;
};

}  // namespace ziping
