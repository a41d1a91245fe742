#include "base/utf8.h"
#include "fuzz.h"
#include "record/schema.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace ziping::fuzz {
namespace {

bool is_utf8(const std::string& text) {
  return to_utf8(to_utf32(text)) == text;
}

/// `at` is the end of `text` or the first byte of a character.
bool is_boundary(const std::string& text, std::size_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

bool is_span_of(const std::string& text, Span span) {
  return span.begin <= span.end && is_boundary(text, span.begin) && is_boundary(text, span.end);
}

void check_squares(const PlacedTable& table, std::size_t lines) {
  require(table.rows > 0 && table.columns > 0, "a placed table has rows and columns");
  long long covered = 0;
  for (const PlacedCell& cell : table.cells) {
    require(cell.row >= 0 && cell.row_span > 0 && cell.row + cell.row_span <= table.rows &&
                cell.column >= 0 && cell.column_span > 0 && cell.column + cell.column_span <= table.columns,
            "a cell lies within its table");
    require(cell.first_line <= cell.end_line && cell.end_line <= lines, "a cell's lines exist");
    covered += static_cast<long long>(cell.row_span) * cell.column_span;
  }
  require(covered == static_cast<long long>(table.rows) * table.columns, "every square has one cell");
}

}  // namespace

void require(bool kept, const char* promise) {
  if (kept) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

const PatternSet& house_patterns() {
  static const PatternSet patterns = PatternSet::load(ZIPING_PATTERN_DIR);
  return patterns;
}

void check(const SourceDocument& source) {
  require(is_utf8(source.text), "a decoded text is UTF-8");
  require(source.text.find('\r') == std::string::npos, "line ends are folded");
  for (const Notice& notice : source.notices) {
    require(!notice.code.empty() && is_utf8(notice.message), "a notice has a code and a UTF-8 message");
  }
}

void check(const PlacedText& placed) {
  require(placed.boxes.empty() || placed.boxes.size() == placed.chars.size(), "every character has a box");
  std::uint32_t end = 0;
  for (const Line& line : placed.lines) {
    require(line.begin >= end && line.begin <= line.end && line.end <= placed.chars.size(),
            "lines follow each other within the text");
    end = line.end;
  }
  for (const PlacedTable& table : placed.tables) check_squares(table, placed.lines.size());
}

void check(const CleanText& clean, const PlacedText& placed) {
  require(is_utf8(clean.text), "the clean text is UTF-8");
  require(clean.origin.size() == clean.text.size(), "every byte has an origin");
  for (std::uint32_t origin : clean.origin)
    require(origin < placed.chars.size(), "an origin is a character of the placed text");
  raw_of(clean, placed, 0, clean.text.size());
}

void check(const Outline& outline, const std::string& text) {
  require(!outline.reports.empty(), "there is a report");
  for (const Report& report : outline.reports) require(is_span_of(text, report.span), "a report's span");
  for (const Section& section : outline.sections) {
    require(is_span_of(text, section.heading_span) && is_span_of(text, section.body), "a section's spans");
    require(section.report >= 1 && section.report <= static_cast<int>(outline.reports.size()),
            "a section belongs to a report");
  }
}

void check(const std::vector<Mention>& mentions, const Outline& outline, const std::string& text) {
  std::size_t end = 0;
  for (const Mention& mention : mentions) {
    require(is_span_of(text, mention.span) && !mention.span.empty(), "a mention has a span");
    require(mention.span.begin >= end, "mentions follow each other");
    require(is_span_of(text, mention.sentence) && is_span_of(text, mention.subject),
            "a mention's sentence and subject are spans");
    require(mention.report >= 1 && mention.report <= static_cast<int>(outline.reports.size()),
            "a mention belongs to a report");
    require(mention.section < static_cast<int>(outline.sections.size()), "a mention's section exists");
    require(!mention.quantity.str().empty() && !mention.measure.empty(), "a mention has value and concept");
    require(mention.confidence >= 0 && mention.confidence <= 100, "confidence is a percentage");
    end = mention.span.end;
  }
}

void check(const DocumentResult& result) {
  require(result.error_code != "internal", result.error.c_str());
  if (result.status != Status::failed) {
    check(result.placed);
    check(result.clean, result.placed);
    check(result.outline, result.clean.text);
    check(result.mentions, result.outline, result.clean.text);
  }
  for (const Table& table : tables())
    table.rows(result, [&](const Row& row) {
      require(row.size() == table.columns.size(), "a row has a cell a column");
      require(std::all_of(row.begin(), row.end(), is_utf8), "cells are UTF-8");
    });
}

}  // namespace ziping::fuzz
