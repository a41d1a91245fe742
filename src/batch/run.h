#pragma once

#include "pattern/pattern_set.h"
#include "record/document_result.h"
#include "write/formats.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace ziping {

/// Files of a run, in the order of the inputs: a file stands for itself whatever its name, a folder for
/// the .pdf, .txt and .md files below it in byte order (for itself where it has none). No path twice.
std::vector<std::string> list_documents(const std::vector<std::string>& inputs);

struct RunSummary {
  int ok = 0, partial = 0, failed = 0;
  std::size_t records = 0;

  int documents() const { return ok + partial + failed; }
};

/// Called with each document when it is stored.
using DocumentObserver = std::function<void(const DocumentResult&)>;

/// Reads the documents one after the other into `folder`/dataset.sqlite and writes the dataset from it
/// in the chosen formats. Replaces the dataset of an earlier run. Throws OutputError.
RunSummary run(const std::vector<std::string>& documents, const PatternSet& patterns,
               const std::string& folder, const std::vector<Format>& chosen,
               const DocumentObserver& observer);

}  // namespace ziping
