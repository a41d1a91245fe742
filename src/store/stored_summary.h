#pragma once

#include "record/document_result.h"

#include <cstddef>
#include <string>

namespace ziping {

class Query;

/// What a run tells of a document that it need not read.
struct StoredSummary {
  Status status = Status::ok;
  std::string error_code, error;  ///< where status is failed
  int pages = 0;
  std::size_t records = 0;
  std::size_t contradictions = 0;  ///< findings that disagree

  bool operator==(const StoredSummary&) const = default;
};

/// Reads status, error_code, error, pages, records, contradictions from the query's columns from `first` on.
StoredSummary read_summary(const Query& query, int first);

}  // namespace ziping
