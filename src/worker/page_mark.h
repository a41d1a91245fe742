#pragma once

#include <atomic>
#include <cstdint>

namespace ziping {

/// The page that a worker reads, in memory that the run shares with it: telling costs no call of the system,
/// and what was told last is known when the worker is dead.
class PageMark {
 public:
  struct Place {
    int page = 0, pages = 0;  ///< the page that was begun, of how many; 0 before the first
    bool operator==(const Place&) const = default;
  };

  /// Throws SetupError where there is no memory.
  PageMark();
  ~PageMark();
  PageMark(const PageMark&) = delete;
  PageMark& operator=(const PageMark&) = delete;

  /// Run: another document will be read.
  void clear() { set({}); }
  /// Worker: reading of a page begins.
  void begin(int page, int pages) { set({page, pages}); }

  Place place() const;

 private:
  void set(Place place);

  std::atomic<std::uint64_t>* shared_;  ///< both numbers in one, so that they belong together
};

}  // namespace ziping
