#pragma once

#include "audit/finding.h"
#include "base/notice.h"
#include "form/form.h"
#include "ingest/reader.h"
#include "layout/placed_text.h"
#include "normalize/clean_text.h"
#include "outline/outline.h"
#include "pattern/mention.h"
#include "pattern/report_figures.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ziping {

enum class Status { ok, partial, failed, skipped };
const char* name_of(Status status);

/// All that is known of one document when its reading has ended.
struct DocumentResult {
  std::string document;  ///< path as given, '/' separators
  std::string sha256;
  std::size_t bytes = 0;
  std::string media_type, encoding;
  int pages = 0;  ///< PDF pages; 0 for a text file
  TextSource text_source = TextSource::none;
  Status status = Status::ok;
  std::string error_code, error;  ///< where status is failed

  PlacedText placed;
  CleanText clean;
  FormPages forms;
  Outline outline;
  std::vector<Mention> mentions;       ///< in text order
  std::vector<ReportFigures> figures;  ///< one for each of outline.reports
  std::vector<Finding> findings;       ///< of the audit, by report and place
  std::vector<Notice> notices;
};

}  // namespace ziping
