#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace ziping::content {

/// Bytes that are used again and again without being cleared or copied where they grow at the end.
class ByteBuffer {
 public:
  char* begin() { return bytes_.get(); }
  char* end() { return bytes_.get() + size_; }
  std::size_t size() const { return size_; }

  /// Keeps the first `size` bytes, or counts in bytes written to the room behind the end.
  void set_size(std::size_t size) { size_ = size; }
  /// Makes room for at least `count` bytes behind the end; gives how much there is.
  std::size_t make_room(std::size_t count) {
    if (capacity_ - size_ < count) {
      const std::size_t capacity = std::max(size_ + count, 2 * capacity_);
      auto larger = std::make_unique_for_overwrite<char[]>(capacity);
      if (size_ > 0) std::memcpy(larger.get(), bytes_.get(), size_);
      bytes_ = std::move(larger);
      capacity_ = capacity;
    }
    return capacity_ - size_;
  }
  void append(std::string_view bytes) {
    make_room(bytes.size());
    if (!bytes.empty()) std::memcpy(end(), bytes.data(), bytes.size());
    size_ += bytes.size();
  }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_ = 0, capacity_ = 0;
};

}  // namespace ziping::content
