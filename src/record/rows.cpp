#include "record/rows.h"

#include <fmt/format.h>

#include <algorithm>
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

/// 72.50 -> 72.5, -0.00 -> 0.
std::string points(float value) {
  std::string text = fmt::format("{:.2f}", value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text == "-0" ? "0" : text;
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
  if (!whole) return "";
  return fmt::format("{} {} {} {}", points(whole->x0), points(whole->y0), points(whole->x1),
                     points(whole->y1));
}

void for_each(const DocumentResult& document, const std::function<void(const DocumentResult&)>& sink) {
  sink(document);
}

void for_each(const DocumentResult& document, const std::function<void(const ReportRow&)>& sink) {
  int number = 0;
  for (const Report& report : document.outline.reports) {
    std::size_t begin = report.title_span ? report.title_span->begin : report.span.begin;
    const ReportFigures& figures = document.figures.at(static_cast<std::size_t>(number));
    ++number;
    sink({document, report, figures, number, place_of(document, begin)});
  }
}

void for_each(const DocumentResult& document, const std::function<void(const SectionRow&)>& sink) {
  for (const Section& section : document.outline.sections)
    sink({document, section, place_of(document, section.heading_span.begin)});
}

void for_each(const DocumentResult& document, const std::function<void(const RecordRow&)>& sink) {
  CharCounter chars(document.clean.text);
  for (const Mention& mention : document.mentions) {
    const Line& line = document.placed.line_of(source_of(document, mention.span.begin));
    std::size_t start = chars.at(mention.span.begin);
    sink({document, mention, line, start, chars.at(mention.span.end)});
  }
}

void for_each(const DocumentResult& document, const std::function<void(const NoticeRow&)>& sink) {
  for (const Notice& notice : document.notices) sink({document, notice});
}

}  // namespace ziping
