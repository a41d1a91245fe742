#pragma once

#include "base/descriptor.h"

#include <string>

namespace ziping {

/// Keeps other runs off a folder of output while it lives, on a network's file system too. A process that
/// dies leaves no lock; forked ones do not hold it.
class RunLock {
 public:
  /// Throws OutputError where another run holds it, or it cannot be had.
  explicit RunLock(const std::string& folder);

 private:
  Descriptor file_;
};

}  // namespace ziping
