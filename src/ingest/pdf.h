#pragma once

#include "ingest/reader.h"

#include <string>

namespace ziping {

/// Reads a PDF from memory with Poppler: a page's glyphs, rules and image boxes.
/// Throws InputError `password` where it does not open with an empty password, `damaged` where it does
/// not open at all. A document that opens only after repair, or lacks pages, is `partial`.
SourceDocument read_pdf(const std::string& name, const std::string& bytes);

}  // namespace ziping
