#pragma once

#include "record/document_result.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

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
/// The same for a box that is known; empty where it has no size.
std::string box_of(const Box& box);

/// Writes the line breaks between the cells of a row as ` | `.
void part_cells(std::string& text);

/// What a row of each table is read from.
struct ReportRow {
  const DocumentResult& document;
  const Report& report;
  const ReportFigures& figures;
  const Form* form;  ///< that speaks for it; null where none does
  int number;        ///< 1-based
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
  const Line& line;             ///< where the mention begins
  std::size_t start, end;       ///< code points into the clean text
  const std::string& sentence;  ///< on one line, without contacts: of a table the cells of its row
};
/// A row of a form: of its funds or of its indicators.
template <class Content>
struct FormRow {
  const DocumentResult& document;
  const Form& form;
  const Content& row;
  int report;             ///< 1-based
  CellPlace place;        ///< of the row, on the page on which its name begins
  bool inferred = false;  ///< of a table that no rules draw
};
using FundsRow = FormRow<FundRow>;
using IndicatorsRow = FormRow<IndicatorRow>;
struct CellRow {
  const DocumentResult& document;
  const CellTable& table;
  const Cell& cell;
  int report, number;             ///< of the report, and of the table in the document; 1-based
  std::vector<CellPlace> places;  ///< in page order
};
struct FindingRow {
  const DocumentResult& document;
  const Finding& finding;
  int number;                        ///< of the finding in the document, 1-based
  int page;                          ///< of the figure that is stated; 0 where there is no text
  std::vector<std::string> records;  ///< `start-end` of each record it rests on, the stated one first
};
struct NoticeRow {
  const DocumentResult& document;
  const Notice& notice;
};

void for_each(const DocumentResult& document, const std::function<void(const ReportRow&)>& sink);
void for_each(const DocumentResult& document, const std::function<void(const SectionRow&)>& sink);
void for_each(const DocumentResult& document, const std::function<void(const RecordRow&)>& sink);
void for_each(const DocumentResult& document, const std::function<void(const FundsRow&)>& sink);
void for_each(const DocumentResult& document, const std::function<void(const IndicatorsRow&)>& sink);
void for_each(const DocumentResult& document, const std::function<void(const CellRow&)>& sink);
void for_each(const DocumentResult& document, const std::function<void(const FindingRow&)>& sink);
void for_each(const DocumentResult& document, const std::function<void(const NoticeRow&)>& sink);
void for_each(const DocumentResult& document, const std::function<void(const DocumentResult&)>& sink);

}  // namespace ziping
