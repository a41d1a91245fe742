#include "pipeline.h"

#include "base/error.h"
#include "base/files.h"
#include "ingest/reader.h"
#include "layout/layout.h"

#include <functional>
#include <new>

namespace ziping {
namespace {

/// Pages are needed no longer than the layout.
void read(DocumentResult& result, const std::string& bytes) {
  SourceDocument source = read_document(result.document, bytes);
  result.media_type = source.media_type;
  result.encoding = source.encoding;
  result.text_source = source.text_source;
  result.pages = static_cast<int>(source.pages.size());
  result.status = source.partial ? Status::partial : Status::ok;
  result.notices = source.notices;
  result.placed = lay_out(source);
  result.notices.insert(result.notices.end(), result.placed.notices.begin(), result.placed.notices.end());
}

void understand(DocumentResult& result, const PatternSet& patterns) {
  result.clean = clean(result.placed);
  result.outline = outline(result.clean, patterns.outline_words());
  code_sections(result.outline, patterns);
  result.mentions = find_mentions(result.clean, result.outline, patterns, result.placed.ocr);
  result.figures = report_figures(result.outline, result.mentions, patterns);
}

/// What is left of a document that failed: its identity and the reason.
void fail(DocumentResult& result, const std::string& code, const std::string& message) {
  DocumentResult failed;
  failed.document = result.document;
  failed.sha256 = result.sha256;
  failed.bytes = result.bytes;
  failed.media_type = result.media_type;
  failed.status = Status::failed;
  failed.error_code = code;
  failed.error = message;
  failed.notices.push_back({.code = code, .message = message});
  result = std::move(failed);
}

/// The one place where a document's errors end; what this machine lacks is nobody's document.
void guarded(DocumentResult& result, const std::function<void()>& work) {
  try {
    work();
  } catch (const InputError& error) {
    fail(result, error.code, error.what());
  } catch (const SetupError&) {
    throw;
  } catch (const std::bad_alloc&) {
    fail(result, "memory", "the document needs more memory than there is");
  } catch (const std::exception& error) {
    fail(result, "internal", std::string("ziping could not go on with this document: ") + error.what());
  }
}

void process_bytes(DocumentResult& result, const std::string& bytes, const PatternSet& patterns) {
  result.bytes = bytes.size();
  result.sha256 = sha256_hex(bytes);
  read(result, bytes);
  understand(result, patterns);
}

}  // namespace

DocumentResult process(const std::string& name, const std::string& bytes, const PatternSet& patterns) {
  DocumentResult result;
  result.document = name;
  guarded(result, [&] { process_bytes(result, bytes, patterns); });
  return result;
}

DocumentResult process_file(const std::string& path, const PatternSet& patterns) {
  DocumentResult result;
  result.document = shown_path(path);
  guarded(result, [&] { process_bytes(result, read_file(path), patterns); });
  return result;
}

}  // namespace ziping
