#pragma once

#include "batch/run.h"
#include "pattern/pattern_set.h"
#include "worker/channel.h"
#include "worker/page_mark.h"

#include <cstdint>
#include <functional>

namespace ziping {

/// What a process does that unpacks an archive of that size.
using Unpack = std::function<void(Channel& run, std::uint64_t bytes)>;

/// What the processes of a run do all their life; see Child::start().
struct Processes {
  std::function<void(Channel& run, PageMark& mark)> read_documents;
  Unpack unpack;
};

/// Those that read documents with `patterns`, which must outlive them, in a sandbox.
Processes processes_of(const PatternSet& patterns, const ReadingOptions& options);
/// That which unpacks, in a sandbox too.
Unpack unpacking_of(const ReadingOptions& options);

}  // namespace ziping
