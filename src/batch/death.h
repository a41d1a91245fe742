#pragma once

#include "worker/child.h"

#include <string>

namespace ziping {

/// Why the run ended a worker itself.
enum class Killed { no, silent, broken };

/// What the end of a worker says of the document that it was reading.
struct Death {
  std::string code;      ///< timeout, memory, crash; killed where somebody else ended it
  std::string message;   ///< goes on from the document's name
  bool outside = false;  ///< not the document's doing: kill, shutdown
};

/// `page` is the last that was begun, of `pages`; 0 where none was.
Death death_of(const ChildEnd& end, Killed killed, double timeout, int page, int pages);

}  // namespace ziping
