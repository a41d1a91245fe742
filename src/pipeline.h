#pragma once

#include "ingest/reader.h"
#include "pattern/pattern_set.h"
#include "record/document_result.h"

#include <string>
#include <vector>

namespace ziping {

/// A document in memory.
struct DocumentBytes {
  std::string name;  ///< path as tables show it
  std::string bytes;
  std::string sha256;  ///< of the bytes
};

/// The whole way of one document, from its bytes to its mentions. A document that cannot be read is
/// a result too: status `failed`, with its error.
DocumentResult process(const DocumentBytes& source, const PatternSet& patterns,
                       const ReadOptions& options = {});

/// The same for a file; one that is missing or cannot be opened is a failed document.
DocumentResult process_file(const std::string& path, const PatternSet& patterns,
                            const ReadOptions& options = {});

/// A document that failed before anything was read of it.
DocumentResult failed_document(const std::string& name, const std::string& code, const std::string& message);

/// What is kept of a document whose reading failed on the way, beside the rows of what was read before.
void mark_failed(DocumentResult& result, const std::string& code, const std::string& message);

/// The second half of that way: from `result.placed`, a text laid out, to its mentions and figures.
void understand(DocumentResult& result, const PatternSet& patterns);

/// The mentions of a document whose outline and forms are known, those of its tables included;
/// `explanations` and `skipped` are filled where given, as find_mentions does.
std::vector<Mention> read_mentions(const DocumentResult& document, const PatternSet& patterns,
                                   std::vector<Explanation>* explanations = nullptr,
                                   std::vector<Skipped>* skipped = nullptr);

}  // namespace ziping
