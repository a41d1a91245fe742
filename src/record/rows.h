#pragma once

#include "record/document_result.h"

#include <cstddef>
#include <functional>
#include <string>

namespace ziping {

/// A place in a document as the dataset names it.
struct Place {
  int page = 0, line = 0;  ///< 1-based; 0 where the document has no text
};
/// Where byte `at` of the clean text was printed.
Place place_of(const DocumentResult& document, std::size_t at);

/// `x0 y0 x1 y1` in points, at most two decimals: the box around those characters of `span` that stand
/// on its first line. Empty for a text file.
std::string box_of(const DocumentResult& document, Span span);

/// What a row of each table is read from.
struct ReportRow {
  const DocumentResult& document;
  const Report& report;
  const ReportFigures& figures;
  int number;  ///< 1-based
  Place place;
};
struct SectionRow {
  const DocumentResult& document;
  const Section& section;
  Place place;
};
struct RecordRow {
  const DocumentResult& document;
  const Mention& mention;
  const Line& line;        ///< where the mention begins
  std::size_t start, end;  ///< code points into the clean text
};
struct NoticeRow {
  const DocumentResult& document;
  const Notice& notice;
};

void for_each(const DocumentResult& document, const std::function<void(const ReportRow&)>& sink);
void for_each(const DocumentResult& document, const std::function<void(const SectionRow&)>& sink);
void for_each(const DocumentResult& document, const std::function<void(const RecordRow&)>& sink);
void for_each(const DocumentResult& document, const std::function<void(const NoticeRow&)>& sink);
void for_each(const DocumentResult& document, const std::function<void(const DocumentResult&)>& sink);

}  // namespace ziping
