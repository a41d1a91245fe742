#pragma once

#include "batch/run.h"
#include "pattern/pattern_set.h"
#include "worker/channel.h"

#include <cstdint>
#include <functional>

namespace ziping {

/// What the processes of a run do all their life; see Child::start().
struct Processes {
  std::function<void(Channel& run)> read_documents;
  std::function<void(Channel& run, std::uint64_t bytes)> unpack;  ///< an archive of that size
};

/// Those that read documents with `patterns`, which must outlive them, in a sandbox.
Processes processes_of(const PatternSet& patterns, const ReadingOptions& options);

}  // namespace ziping
