#include "record/rows.h"

#include "form/report_forms.h"
#include "record/cell_places.h"
#include "record/contacts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

namespace ziping {
namespace {

/// The source character of byte `at`, or of the last byte where `at` is the text's end.
std::uint32_t source_of(const DocumentResult& document, std::size_t at) {
  const auto& origin = document.clean.origin;
  return origin[std::min(at, origin.size() - 1)];
}

void include(std::optional<Box>& whole, const Box& box) {
  if (!whole) {
    whole = box;
    return;
  }
  whole->x0 = std::min(whole->x0, box.x0);
  whole->y0 = std::min(whole->y0, box.y0);
  whole->x1 = std::max(whole->x1, box.x1);
  whole->y1 = std::max(whole->y1, box.y1);
}

/// 72.504 -> 72.5, -0.001 -> 0.
void append_points(std::string& out, float value) {
  long long rounded = std::llround(static_cast<double>(value) * 100);
  auto hundredths = static_cast<unsigned long long>(rounded);
  if (rounded < 0) {
    out += '-';
    hundredths = 0 - hundredths;
  }
  out += fmt::format_int(hundredths / 100).c_str();
  auto rest = static_cast<int>(hundredths % 100);
  if (rest == 0) return;
  out += {'.', static_cast<char>('0' + rest / 10)};
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
}

/// On one line: of a table the cells of its row, parted by ` | `.
std::string sentence_of(const DocumentResult& document, const Mention& mention) {
  std::string sentence(mention.sentence.of(document.clean.text));
  part_cells(sentence);
  return sentence;
}

}  // namespace

Place place_of(const DocumentResult& document, std::size_t at) {
  if (document.clean.origin.empty()) return {};
  const Line& line = document.placed.line_of(source_of(document, at));
  return {line.page, line.number};
}

std::string box_of(const DocumentResult& document, Span span) {
  const PlacedText& placed = document.placed;
  if (placed.boxes.empty() || span.empty()) return "";
  const Line& first = placed.line_of(source_of(document, span.begin));
  std::optional<Box> whole;
  for (std::size_t at = span.begin; at < span.end; ++at) {
    std::uint32_t source = document.clean.origin[at];
    if (source >= first.begin && source < first.end) include(whole, placed.boxes[source]);
  }
  return whole ? box_of(*whole) : "";
}

std::string box_of(const Box& box) {
  if (box.x1 <= box.x0 || box.y1 <= box.y0) return "";
  std::string out;
  for (float value : {box.x0, box.y0, box.x1, box.y1}) {
    if (!out.empty()) out += ' ';
    append_points(out, value);
  }
  return out;
}

void part_cells(std::string& text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) text.replace(at, 1, " | ");
}

void for_each(const DocumentResult& document, const std::function<void(const DocumentResult&)>& sink) {
  sink(document);
}

void for_each(const DocumentResult& document, const std::function<void(const ReportRow&)>& sink) {
  int number = 0;
  for (const Report& report : document.outline.reports) {
    std::size_t begin = report.title_span ? report.title_span->begin : report.span.begin;
    const ReportFigures& figures = document.figures.at(static_cast<std::size_t>(number));
    const Form* form = form_of(document.forms, document.outline, number);
    ++number;
    sink({document, report, figures, form, number, place_of(document, begin)});
  }
}

void for_each(const DocumentResult& document, const std::function<void(const SectionRow&)>& sink) {
  for (const Section& section : document.outline.sections)
    sink({document, section, place_of(document, section.heading_span.begin)});
}

void for_each(const DocumentResult& document, const std::function<void(const RecordRow&)>& sink) {
  CharCounter chars(document.clean.text);
  Span read;  // what `sentence` was read from: several mentions stand in most sentences
  std::string sentence;
  for (const Mention& mention : document.mentions) {
    const Line& line = document.placed.line_of(source_of(document, mention.span.begin));
    std::size_t start = chars.at(mention.span.begin);
    if (mention.sentence != read) sentence = without_contacts(sentence_of(document, mention), document);
    read = mention.sentence;
    sink({document, mention, line, start, chars.at(mention.span.end), sentence});
  }
}

namespace {

template <class Content>
void each_form_row(const DocumentResult& document, std::vector<Content> Form::*rows, CellId Content::*name,
                   bool funds, const std::function<void(const FormRow<Content>&)>& sink) {
  for (const Form& form : document.forms.forms) {
    int report = document.outline.report_at(form.span.begin) + 1, index = 0;
    for (const Content& row : form.*rows) {
      std::vector<CellId> cells = cells_of(form, row.*name, funds, index++);
      bool inferred = !cells.empty() && table_of(document, cells.front()).inferred;
      sink({document, form, row, report, place_of_cells(document, cells), inferred});
    }
  }
}

}  // namespace

void for_each(const DocumentResult& document, const std::function<void(const FundsRow&)>& sink) {
  each_form_row(document, &Form::funds, &FundRow::label_cell, true, sink);
}

void for_each(const DocumentResult& document, const std::function<void(const IndicatorsRow&)>& sink) {
  each_form_row(document, &Form::indicators, &IndicatorRow::name_cell, false, sink);
}

void for_each(const DocumentResult& document, const std::function<void(const CellRow&)>& sink) {
  int number = 0;
  for (const CellTable& table : document.forms.tables) {
    ++number;
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
      const Cell& cell = table.cells[i];
      if (cell.empty()) continue;
      int report = document.outline.report_at(cell.pieces.front().begin) + 1;
      sink({document, table, cell, report, number, places_of(document, {number - 1, static_cast<int>(i)})});
    }
  }
}

namespace {

/// `start-end` of each mention as table records writes them; mentions stand in text order.
std::vector<std::string> record_keys(const DocumentResult& document) {
  CharCounter chars(document.clean.text);
  std::vector<std::string> keys;
  for (const Mention& mention : document.mentions) {
    std::size_t start = chars.at(mention.span.begin);
    keys.push_back(fmt::format("{}-{}", start, chars.at(mention.span.end)));
  }
  return keys;
}

std::vector<std::string> records_of(const Finding& finding, const std::vector<std::string>& keys) {
  std::vector<std::string> records;
  for (const Evidence& evidence : finding.evidence) {
    if (evidence.mention < 0) continue;
    const std::string& key = keys[static_cast<std::size_t>(evidence.mention)];
    if (std::find(records.begin(), records.end(), key) == records.end()) records.push_back(key);
  }
  return records;
}

}  // namespace

void for_each(const DocumentResult& document, const std::function<void(const FindingRow&)>& sink) {
  if (document.findings.empty()) return;
  std::vector<std::string> keys = record_keys(document);
  int number = 0;
  for (const Finding& finding : document.findings)
    sink({document, finding, ++number, place_of(document, finding.place.begin).page,
          records_of(finding, keys)});
}

void for_each(const DocumentResult& document, const std::function<void(const NoticeRow&)>& sink) {
  for (const Notice& notice : document.notices) sink({document, notice});
}

}  // namespace ziping
