#pragma once

#include <cstddef>
#include <numeric>
#include <vector>

namespace ziping {

/// Sets of things that belong together (union-find).
class Sets {
 public:
  explicit Sets(std::size_t count) : parent_(count) {
    std::iota(parent_.begin(), parent_.end(), std::size_t{0});
  }
  std::size_t find(std::size_t at) {
    while (parent_[at] != at) at = parent_[at] = parent_[parent_[at]];
    return at;
  }
  /// The first of the two roots stays one.
  void unite(std::size_t a, std::size_t b) {
    a = find(a);
    b = find(b);
    parent_[b] = a;
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace ziping
