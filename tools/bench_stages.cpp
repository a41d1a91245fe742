// Measures the stages of the way from a PDF to packed rows. One core, CPU time.
// usage: ziping_bench_stages PATTERNS FILE...; prints one JSON object.

#include "audit/audit.h"
#include "base/files.h"
#include "form/read_forms.h"
#include "form/report_forms.h"
#include "ingest/reader.h"
#include "layout/layout.h"
#include "pipeline.h"
#include "store/packed_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <exception>
#include <string>
#include <vector>

namespace {

using ziping::DocumentResult;
using ziping::PatternSet;

constexpr int kRounds = 5;

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

/// CPU seconds by stage, in the order in which the stages first came.
class Stages {
 public:
  void begin() { at_ = cpu_seconds(); }
  /// What has passed since begin() or the last end() was this stage.
  void end(const char* stage) {
    double now = cpu_seconds();
    of(stage) += now - at_;
    at_ = cpu_seconds();
  }
  double& of(const std::string& stage) {
    auto known = std::find_if(seconds_.begin(), seconds_.end(), [&](auto& s) { return s.first == stage; });
    if (known == seconds_.end()) known = seconds_.insert(known, {stage, 0.0});
    return known->second;
  }
  const auto& seconds() const { return seconds_; }

 private:
  std::vector<std::pair<std::string, double>> seconds_;
  double at_ = 0;
};

/// The way of pipeline.cpp, with a clock between the stages. Returns the pages.
int run(const std::string& path, const PatternSet& patterns, Stages& stages) {
  std::string bytes = ziping::read_file(path);
  stages.begin();
  DocumentResult result;
  result.document = path;
  result.sha256 = ziping::sha256_hex(bytes);
  stages.end("hash");
  ziping::SourceDocument source = ziping::read_document(path, bytes);
  result.pages = static_cast<int>(source.pages.size());
  stages.end("read");
  result.placed = ziping::lay_out(source);
  stages.end("layout");
  result.clean = ziping::clean(result.placed);
  stages.end("normalize");
  result.forms = ziping::read_forms(result.clean, result.placed, patterns);
  stages.end("forms");
  result.outline = ziping::outline(result.clean, patterns.outline_words(), ziping::places_of(result.forms));
  ziping::code_sections(result.outline, patterns);
  ziping::fill_reports(result.forms, result.outline);
  stages.end("outline");
  result.mentions = ziping::read_mentions(result, patterns);
  result.figures = ziping::figures_with_forms(result.forms, result.outline, result.mentions, patterns);
  stages.end("mentions");
  result.findings = ziping::audit({result.clean, result.outline, result.forms, result.mentions}, patterns);
  stages.end("audit");
  ziping::pack(result);
  stages.end("rows");
  return result.pages;
}

int measure(int argc, char** argv) {
  PatternSet patterns = PatternSet::load(argv[1]);
  Stages best;
  int pages = 0;
  for (int round = 0; round < kRounds; ++round) {
    Stages stages;
    pages = 0;
    for (int i = 2; i < argc; ++i) pages += run(argv[i], patterns, stages);
    for (const auto& [stage, seconds] : stages.seconds())
      best.of(stage) = round == 0 ? seconds : std::min(best.of(stage), seconds);
  }
  std::string list;
  for (const auto& [stage, seconds] : best.seconds())
    list +=
        fmt::format("{}\"{}\": {:.4f}", list.empty() ? "" : ", ", stage, 1000 * seconds / std::max(1, pages));
  fmt::print("{{\"pages\": {}, \"cpu_ms_per_page\": {{{}}}}}\n", pages, list);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    ziping::prepare_readers();
    if (argc >= 3) return measure(argc, argv);
    fmt::print(stderr, "usage: ziping_bench_stages PATTERNS FILE...\n");
  } catch (const std::exception& error) {
    fmt::print(stderr, "ziping_bench_stages: {}\n", error.what());
  }
  return 2;
}
