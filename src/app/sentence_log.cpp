#include "app/sentence_log.h"

#include "app/terminal.h"

#include <fmt/format.h>

#include <utility>

namespace ziping {
namespace {

constexpr double kSecondsBetweenLines = 30;

}  // namespace

SentenceLog::SentenceLog(ObserverOptions options)
    : options_(std::move(options)), printed_at_(options_.clock()) {
  if (options_.live && !options_.quiet) status_line_.emplace(options_.write, options_.clock);
}

void SentenceLog::document(const DocumentReport& report) {
  records_ += report.records;
  if (report.origin == Origin::kept) ++kept_;
  if (report.status != Status::failed || report.origin == Origin::kept) return;
  ++told_;
  Terminal terminal{.colour = options_.colour};
  print(fmt::format("ziping: {}: {}", printable(report.document),
                    paint(terminal, Colour::bad, printable(report.error))));
}

void SentenceLog::notice(const std::string&, const std::string& document, const std::string& message) {
  if (options_.quiet) return;
  print("ziping: " + (document.empty() ? "" : printable(document) + ": ") + printable(message));
}

void SentenceLog::progress(const RunProgress& progress) {
  if (options_.quiet) return;
  pages_.reach(progress.seconds, static_cast<double>(progress.pages));
  time_left_.reach(progress.seconds, progress.inputs, progress.inputs_done, kept_);
  RunSpeed speed{pages_.per_second(), time_left_.seconds(), records_};
  if (status_line_) {
    if (status_line_->due()) status_line_->show(progress_line(progress, speed, options_.width() - 1));
  } else if (line_is_due()) {
    print(progress_line(progress, speed));
  }
}

void SentenceLog::writing(const RunProgress& progress) {
  writing_ = counted(progress.documents, "document") + " read, writing the dataset";
  if (status_line_) status_line_->show(clipped("ziping: " + writing_, options_.width() - 1));
}

void SentenceLog::wrote(std::size_t rows) {
  std::string line = fmt::format("ziping: {}, {}", writing_, counted(rows, "row"));
  if (status_line_) {
    if (status_line_->due()) status_line_->show(clipped(line, options_.width() - 1));
  } else if (!options_.quiet && line_is_due()) {
    print(line);
  }
}

void SentenceLog::end(const RunSummary& summary) {
  if (status_line_) status_line_->clear();
  if (options_.quiet) return;
  std::string list = options_.folder + (options_.csv ? "/documents.csv, columns status and error"
                                                     : "/dataset.sqlite, table documents");
  for (const std::string& line : summary_lines(summary, options_.folder, list, told_)) print(line);
}

/// Elsewhere than on a terminal a line stays, so there are few.
bool SentenceLog::line_is_due() {
  if (options_.clock() - printed_at_ < kSecondsBetweenLines) return false;
  printed_at_ = options_.clock();
  return true;
}

void SentenceLog::print(const std::string& line) {
  if (status_line_) {
    status_line_->print_above(line);
  } else {
    options_.write(line + "\n");
  }
}

}  // namespace ziping
