#include "app/text_view.h"

#include "base/utf8.h"
#include "record/rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace ziping {
namespace {

constexpr int kWidestMargin = 40;

/// `二/（一） funds.received 2:14`
std::string margin_of(const DocumentResult& document, const Section& section) {
  Place place = place_of(document, section.heading_span.begin);
  std::string path = section.path.empty() ? "·" : section.path;
  return fmt::format("{} {}{}{}:{}", path, section.code, section.code.empty() ? "" : " ", place.page,
                     place.line);
}

std::string report_rule(const Terminal& terminal, std::size_t number, const Report& report) {
  std::string year = report.fiscal_year ? fmt::format(", {}", *report.fiscal_year) : "";
  std::string text = fmt::format("── report {}: {} ({}{})", number, report.title, report.document_kind, year);
  return paint(terminal, Colour::strong, text) + "\n";
}

class TextView {
 public:
  TextView(const DocumentResult& document, const Terminal& terminal)
      : document_(document), terminal_(terminal) {
    for (const Section& section : document.outline.sections) {
      std::string margin = margin_of(document, section);
      width_ = std::min(kWidestMargin, std::max(width_, display_width(margin)));
      margins_.emplace(section.heading_span.begin, margin);
    }
  }

  std::string str() {
    const auto& reports = document_.outline.reports;
    for (std::size_t i = 0; i < reports.size(); ++i) {
      out_ += report_rule(terminal_, i + 1, reports[i]);
      show(reports[i].span);
    }
    return std::move(out_);
  }

 private:
  /// Shows a part of the text, a new line at each paragraph and at each heading.
  void show(Span part) {
    for (std::size_t begin = part.begin; begin < part.end;) {
      auto next = margins_.upper_bound(begin);
      std::size_t limit = next == margins_.end() ? part.end : std::min(next->first, part.end);
      std::size_t end = std::min(document_.clean.text.find('\n', begin), limit);
      auto heading = margins_.find(begin);
      show_line({begin, end}, heading == margins_.end() ? "" : heading->second);
      begin = end < limit ? end + 1 : end;
    }
  }

  void show_line(Span line, std::string margin) {
    std::string_view text = line.of(document_.clean.text);
    for (Span piece : wrap(text, std::max(20, terminal_.width - width_ - 3))) {
      out_ += paint(terminal_, Colour::good, padded(clipped(margin, width_), width_)) + " │ ";
      out_.append(piece.of(text)) += '\n';
      margin.clear();
    }
  }

  const DocumentResult& document_;
  const Terminal& terminal_;
  std::map<std::size_t, std::string> margins_;
  int width_ = 0;
  std::string out_;
};

}  // namespace

std::string text_view(const DocumentResult& document, const Terminal& terminal) {
  return TextView(document, terminal).str();
}

}  // namespace ziping
