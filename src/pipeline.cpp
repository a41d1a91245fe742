#include "pipeline.h"

#include "audit/audit.h"
#include "base/error.h"
#include "base/files.h"
#include "form/read_forms.h"
#include "form/report_forms.h"
#include "form/table_records.h"
#include "ingest/reader.h"
#include "layout/layout.h"

#include <algorithm>
#include <functional>
#include <new>

namespace ziping {
namespace {

/// Pages are needed no longer than the layout.
void read(DocumentResult& result, const std::string& bytes, const ReadOptions& options) {
  SourceDocument source = read_document(result.document, bytes, options);
  result.media_type = source.media_type;
  result.encoding = source.encoding;
  result.text_source = source.text_source;
  result.pages = static_cast<int>(source.pages.size());
  result.status = source.partial ? Status::partial : Status::ok;
  result.notices = source.notices;
  result.placed = lay_out(source);
  result.notices.insert(result.notices.end(), result.placed.notices.begin(), result.placed.notices.end());
}

/// What prose reading has skipped may be a figure of a table.
void drop_read(const std::vector<Mention>& mentions, std::vector<Skipped>& skipped) {
  auto is_read = [&](const Skipped& number) {
    auto mention = std::partition_point(mentions.begin(), mentions.end(),
                                        [&](const Mention& m) { return m.span.end <= number.span.begin; });
    return mention != mentions.end() && mention->span.overlaps(number.span);
  };
  std::erase_if(skipped, is_read);
}

/// What is left of a document that failed: its identity and the reason.
void fail(DocumentResult& result, const std::string& code, const std::string& message) {
  DocumentResult failed;
  failed.document = result.document;
  failed.sha256 = result.sha256;
  failed.bytes = result.bytes;
  failed.media_type = result.media_type;
  mark_failed(failed, code, message);
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
    fail(result, "memory", "needs more memory than there is");
  } catch (const std::exception& error) {
    fail(result, "internal", std::string("ziping could not go on with this document: ") + error.what());
  }
}

}  // namespace

void understand(DocumentResult& result, const PatternSet& patterns) {
  result.clean = clean(result.placed);
  result.forms = read_forms(result.clean, result.placed, patterns);
  result.outline = outline(result.clean, patterns.outline_words(), places_of(result.forms));
  code_sections(result.outline, patterns);
  fill_reports(result.forms, result.outline);
  drop_blank_forms(result.clean, result.placed, result.outline, result.forms, result.notices);
  result.mentions = read_mentions(result, patterns);
  result.figures = figures_with_forms(result.forms, result.outline, result.mentions, patterns);
  result.findings = audit({result.clean, result.outline, result.forms, result.mentions}, patterns);
}

std::vector<Mention> read_mentions(const DocumentResult& document, const PatternSet& patterns,
                                   std::vector<Explanation>* explanations, std::vector<Skipped>* skipped) {
  bool ocr = document.placed.ocr;
  std::vector<Mention> mentions =
      find_mentions(document.clean, document.outline, patterns, ocr, explanations, skipped);
  add_table_records(document.clean, document.outline, document.forms, patterns, ocr, mentions, explanations);
  if (skipped != nullptr) drop_read(mentions, *skipped);
  return mentions;
}

DocumentResult process(const DocumentBytes& source, const PatternSet& patterns, const ReadOptions& options) {
  DocumentResult result;
  result.document = source.name;
  result.sha256 = source.sha256;
  result.bytes = source.bytes.size();
  guarded(result, [&] {
    read(result, source.bytes, options);
    understand(result, patterns);
  });
  return result;
}

DocumentResult process_file(const std::string& path, const PatternSet& patterns, const ReadOptions& options) {
  try {
    std::string bytes = read_file(path);
    std::string sha256 = sha256_hex(bytes);
    return process({shown_path(path), std::move(bytes), std::move(sha256)}, patterns, options);
  } catch (const InputError& error) {
    return failed_document(shown_path(path), error.code, error.what());
  }
}

DocumentResult failed_document(const std::string& name, const std::string& code, const std::string& message) {
  DocumentResult result;
  result.document = name;
  mark_failed(result, code, message);
  return result;
}

void mark_failed(DocumentResult& result, const std::string& code, const std::string& message) {
  result.status = Status::failed;
  result.error_code = code;
  result.error = message;
  result.notices.push_back({.code = code, .message = message});
}

}  // namespace ziping
