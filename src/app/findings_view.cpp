#include "app/findings_view.h"

#include "app/run_sentences.h"

#include <fmt/format.h>

#include <string_view>

namespace ziping {
namespace {

constexpr int kLabelWidth = 10;

const std::string& cell(const Row& row, std::string_view name) {
  return row[static_cast<std::size_t>(column_index(table_named("findings"), name))];
}

}  // namespace

std::string FindingsView::show(const Row& row) {
  const std::string& severity = cell(row, "severity");
  bool disagree = severity == "disagree";
  ++(disagree ? disagree_ : severity == "rounding" ? rounding_ : agree_);
  if (!disagree && !all_) return "";
  std::string shown;
  if (cell(row, "document") != document_) {
    document_ = cell(row, "document");
    shown = (documents_++ > 0 ? "\n" : "") + paint(terminal_, Colour::strong, document_) + "\n";
  }
  std::string page = cell(row, "page").empty() ? "" : ", page " + cell(row, "page");
  Colour colour = disagree ? Colour::bad : severity == "agree" ? Colour::good : Colour::none;
  shown +=
      fmt::format("  {}{}\n", paint(terminal_, colour, padded(severity, kLabelWidth)), cell(row, "message"));
  shown += "  " + std::string(kLabelWidth, ' ') +
           paint(terminal_, Colour::faint,
                 fmt::format("report {}{}; {}", cell(row, "report"), page, cell(row, "rule"))) +
           "\n";
  return shown;
}

std::string FindingsView::summary() const {
  return fmt::format("{}{} checked: {} agree, {} within rounding, {} disagree\n", documents_ > 0 ? "\n" : "",
                     counted(agree_ + rounding_ + disagree_, "relation"), agree_, rounding_, disagree_);
}

}  // namespace ziping
