#pragma once

#include "ingest/reader.h"

#include <string>

namespace ziping {

/// Reads a text file: decodes it and folds its line ends.
/// Throws InputError `not_text` where no encoding of Chinese text fits.
SourceDocument read_text(const std::string& bytes, const ReadOptions& options);

}  // namespace ziping
