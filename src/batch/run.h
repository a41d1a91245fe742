#pragma once

#include "batch/inputs.h"
#include "pattern/pattern_set.h"
#include "record/document_result.h"
#include "write/formats.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace ziping {

struct RunSummary {
  int ok = 0, partial = 0, failed = 0;
  std::size_t records = 0;

  int documents() const { return ok + partial + failed; }
};

/// Called with each document when it is stored.
using DocumentObserver = std::function<void(const DocumentResult&)>;

/// Reads the inputs one after the other into `folder`/dataset.sqlite and writes the dataset from it
/// in the chosen formats. Replaces the dataset of an earlier run. Throws OutputError.
RunSummary run(const std::vector<Input>& inputs, const PatternSet& patterns, const std::string& folder,
               const std::vector<Format>& chosen, const DocumentObserver& observer);

}  // namespace ziping
