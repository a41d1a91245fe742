#include "app/commands.h"
#include "app/output_options.h"
#include "app/pace.h"
#include "app/progress.h"
#include "app/run_sentences.h"
#include "base/error.h"
#include "batch/run.h"
#include "review/review.h"

#include <fmt/format.h>

#include <cstdio>

namespace ziping {
namespace {

namespace po = boost::program_options;

/// Keeps a line on a terminal that says how far drawing is.
class DrawingLine {
 public:
  DrawingLine() : stderr_(stderr_options()), line_(stderr_.write, stderr_.clock), begun_(stderr_.clock()) {}

  void show(std::size_t done, std::size_t pages) {
    if (!stderr_.live || !line_.due()) return;
    double seconds = stderr_.clock() - begun_;
    double left = seconds / static_cast<double>(done) * static_cast<double>(pages - done);
    line_.show(fmt::format("drawing pages: {} of {}, {} left", done, pages, about(left)));
  }

 private:
  ObserverOptions stderr_;
  StatusLine line_;
  double begun_;
};

const char* sentence_of(const std::string& code) {
  if (code == "absent")
    return "not found where they were read (--sources names the folder their paths begin in)";
  if (code == "changed") return "changed since they were read";
  return "could not be drawn";
}

ReviewSummary make(const ReviewOptions& given) {
  DrawingLine line;
  ReviewOptions options = given;
  options.on_page = [&](std::size_t done, std::size_t pages) { line.show(done, pages); };
  return make_review(options);
}

int review(const ReviewOptions& options) {
  ReviewSummary summary = make(options);
  for (const auto& [code, count] : summary.problems)
    fmt::print(stderr, "no pictures of {}: {}: {}\n", counted(count, "document"), code, sentence_of(code));
  if (summary.stopped) return kStopped;
  fmt::print("{}, {}, {} of pages\nopen {}\n", counted(summary.documents, "document"),
             counted(summary.records, "record"), counted(summary.drawn, "new picture"), summary.page);
  return 0;
}

int bring_verdicts(const std::string& folder, const std::string& file) {
  AppliedVerdicts applied = apply_verdicts(folder, file);
  fmt::print("{} read from {}; the dataset holds {}: see table verdicts, view reviewed_records\n",
             counted(applied.read, "verdict"), file, applied.kept);
  if (applied.lost > 0)
    fmt::print(stderr, "{} of these {} about a row that the dataset no longer has as it was judged\n",
               applied.lost, applied.lost == 1 ? "is" : "are");
  return 0;
}

}  // namespace

void declare_review(OptionList& options) {
  auto add = options.add_options();
  add("apply", po::value<std::string>()->value_name("FILE"),
      "bring verdicts saved from the page into the dataset");
  add("sources", po::value<std::string>()->value_name("DIR"),
      "folder that the documents' paths begin in (default: the current one)");
  add("no-pictures", "draw no pictures of pages");
  add("jobs,j", po::value<int>()->value_name("N"), "drawing processes (default: one a processor)");
}

int run_review(const OptionValues& values) {
  constexpr const char* kUsage = "ziping review OUT";
  std::vector<std::string> folders = plain_arguments(values);
  if (folders.size() != 1) throw UsageError(fmt::format("review needs one folder of a dataset: {}", kUsage));
  if (values.count("apply")) return bring_verdicts(folders.front(), values["apply"].as<std::string>());
  ReviewOptions options;
  options.folder = folders.front();
  options.program = ZIPING_VERSION;
  options.pictures = values.count("no-pictures") == 0;
  if (values.count("sources")) options.sources = values["sources"].as<std::string>();
  ReadingOptions processes;
  processes.jobs = positive(values, "jobs", 0);
  options.jobs = jobs_of(processes);
  return review(options);
}

}  // namespace ziping
