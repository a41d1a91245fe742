#include "app/run_sentences.h"

#include "app/pace.h"
#include "app/terminal.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace ziping {
namespace {

constexpr std::size_t kFewFailures = 10;  ///< which a reader takes in without a count of their reasons
constexpr std::size_t kReasons = 8;       ///< that the summary names
constexpr double kLongRun = 10;           ///< seconds from which its speed is of interest

std::string counts(const RunSummary& summary) {
  std::string text = fmt::format("{}: {} ok, {} partial, {} failed", counted(summary.documents(), "document"),
                                 summary.ok, summary.partial, summary.failed);
  if (summary.skipped > 0) text += fmt::format(", {} skipped", summary.skipped);
  return text;
}

/// `12 damaged, 3 password`: the most frequent first.
std::string reasons(const RunSummary& summary) {
  std::vector<std::pair<std::string, std::size_t>> sorted(summary.failures.begin(), summary.failures.end());
  std::stable_sort(sorted.begin(), sorted.end(), [](auto& a, auto& b) { return a.second > b.second; });
  std::string text;
  std::size_t others = 0;
  for (std::size_t i = 0; i < sorted.size(); ++i) {
    if (i < kReasons) {
      text += fmt::format("{}{} {}", i == 0 ? "" : ", ", sorted[i].second, sorted[i].first);
    } else {
      others += sorted[i].second;
    }
  }
  return others > 0 ? fmt::format("{}, {} for other reasons", text, others) : text;
}

/// `1228 pages in 39 s (31.5 a second)`; text files have no pages, so that documents are counted where
/// nothing else was read.
std::string speed(const RunSummary& summary) {
  bool pages = summary.pages > 0;
  std::size_t amount = pages ? summary.pages : summary.documents() - summary.kept - summary.copied;
  return fmt::format("{} in {} ({:.1f} a second)", counted(amount, pages ? "page" : "document"),
                     duration(summary.seconds), static_cast<double>(amount) / summary.seconds);
}

/// What the run itself did, where it is of interest: `40 documents kept from an earlier run; 1228 pages in
/// …`.
std::vector<std::string> work(const RunSummary& summary) {
  std::vector<std::string> parts;
  if (summary.kept == 0 && summary.seconds < kLongRun) return parts;
  if (summary.kept > 0 && summary.kept == summary.documents()) {
    parts.push_back("all kept from an earlier run (--again reads them anew)");
  } else if (summary.kept > 0) {
    parts.push_back(counted(summary.kept, "document") + " kept from an earlier run");
  }
  if (summary.copied > 0)
    parts.push_back(summary.copied == 1 ? "1 copy of another"
                                        : fmt::format("{} copies of others", summary.copied));
  if (summary.seconds >= kLongRun) parts.push_back(speed(summary));
  if (summary.seconds >= kLongRun && !summary.sandbox.empty())
    parts.push_back("readers shut in by " + summary.sandbox);
  return parts;
}

}  // namespace

std::string counted(std::size_t count, const std::string& noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string progress_line(const RunProgress& progress, const RunSpeed& speed, int width) {
  std::vector<std::string> parts{counted(progress.documents, "document")};
  if (progress.inputs > 0) parts[0] += fmt::format(" ({}%)", 100 * progress.inputs_done / progress.inputs);
  if (progress.failed > 0) parts.push_back(fmt::format("{} failed", progress.failed));
  if (speed.seconds_left) parts.push_back(about(*speed.seconds_left) + " left");
  if (speed.pages_per_second > 0) parts.push_back(fmt::format("{:.1f} pages/s", speed.pages_per_second));
  if (speed.records > 0) parts.push_back(counted(speed.records, "record"));
  std::string line = "ziping: " + parts[0];
  for (std::size_t i = 1; i < parts.size(); ++i)
    if (display_width(line) + display_width(parts[i]) + 2 <= width) line += ", " + parts[i];
  return clipped(line, width);
}

std::vector<std::string> summary_lines(const RunSummary& summary, const std::string& folder,
                                       const std::string& failure_list, std::size_t told) {
  std::vector<std::string> lines;
  if (summary.stopped) {
    lines.push_back(
        fmt::format("ziping: stopped after {}; the same command goes on from here", counts(summary)));
  } else {
    lines.push_back(fmt::format("ziping: {}; {} in {}", counts(summary), counted(summary.records, "record"),
                                printable(folder)));
  }
  if (summary.failed > std::min(told, kFewFailures)) {
    std::string line = "ziping: failed: " + reasons(summary);
    if (!summary.stopped) line += "; listed in " + printable(failure_list);
    lines.push_back(line);
  }
  if (summary.contradictions > 0 && !summary.stopped)
    lines.push_back(fmt::format("ziping: audit: {} in {}: ziping audit {}",
                                counted(summary.contradictions, "contradiction"),
                                counted(summary.contradictory, "document"), printable(folder)));
  if (std::vector<std::string> parts = work(summary); !parts.empty())
    lines.push_back(fmt::format("ziping: {}", fmt::join(parts, "; ")));
  return lines;
}

}  // namespace ziping
