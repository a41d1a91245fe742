#pragma once

#include "ingest/reader.h"
#include "layout/placed_text.h"

namespace ziping {

/// Pages become lines in reading order; running heads and page numbers are set aside; lines that
/// belong to one paragraph are marked. Text files go the same way from their physical lines.
PlacedText lay_out(const SourceDocument& source);

}  // namespace ziping
