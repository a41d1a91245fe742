#pragma once

#include "base/descriptor.h"
#include "store/store.h"

#include <string>

namespace ziping {

/// A document that is to be read.
struct Task {
  PlaceOrder order;
  std::string document;  ///< path as tables show it
  Descriptor file;
  bool of_archive = false;

  // Known when a worker has read the file.
  std::string content;  ///< its key in the store; empty before

  // What has gone wrong with it.
  int deaths = 0;  ///< workers that it has ended
  int kills = 0;   ///< workers that somebody else has ended meanwhile
  // Set for its last reading, of the pages before the one where workers die: what it fails with.
  int pages_before = 0;
  std::string error_code, error;
};

}  // namespace ziping
