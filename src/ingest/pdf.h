#pragma once

#include "ingest/reader.h"

#include <string>

namespace ziping {

/// Lets Poppler find its data.
void prepare_pdf();

/// Reads a PDF from memory: a page's glyphs, rules and image boxes.
/// Throws InputError `password` where it does not open with an empty password, `damaged` where it does
/// not open at all. A document that opens only after repair, or lacks pages, is `partial`.
SourceDocument read_pdf(const std::string& bytes, const ReadOptions& options);

}  // namespace ziping
