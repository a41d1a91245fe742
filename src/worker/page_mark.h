#pragma once

#include "base/forked_array.h"

#include <atomic>
#include <cstdint>

namespace ziping {

/// The page that a worker reads, in memory that the run shares with it: telling costs no call of the system,
/// and what was told last is known when the worker is dead. Throws std::bad_alloc where there is no memory.
class PageMark {
 public:
  struct Place {
    int page = 0, pages = 0;  ///< the page that was begun, of how many; 0 before the first
    bool operator==(const Place&) const = default;
  };

  /// Run: another document will be read.
  void clear() { place_[0] = Place{}; }
  /// Worker: reading of a page begins.
  void begin(int page, int pages) { place_[0] = Place{page, pages}; }

  Place place() const { return place_[0]; }

 private:
  static_assert(std::atomic<Place>::is_always_lock_free);  // a lock would not reach over processes

  ForkedArray<std::atomic<Place>> place_{1};
};

}  // namespace ziping
