// Measures the way from clean text to records: outline, mentions, labels, report figures. One core, CPU time.
// usage: ziping_bench PATTERNS FILE...; prints one JSON object.

#include "pipeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <exception>
#include <vector>

namespace {

constexpr int kRounds = 5;
constexpr double kSecondsPerRound = 0.5;

std::size_t to_records(const ziping::CleanText& clean, const ziping::PatternSet& patterns, bool ocr) {
  ziping::Outline outline = ziping::outline(clean, patterns.outline_words());
  ziping::code_sections(outline, patterns);
  std::vector<ziping::Mention> mentions = ziping::find_mentions(clean, outline, patterns, ocr);
  return mentions.size() + ziping::report_figures(outline, mentions, patterns).size();
}

double cpu_seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Bytes a second of one round over all documents.
double round(const std::vector<ziping::DocumentResult>& documents, const ziping::PatternSet& patterns) {
  std::size_t bytes = 0, found = 0;
  double begin = cpu_seconds();
  do {
    for (const auto& document : documents) {
      found += to_records(document.clean, patterns, document.placed.ocr);
      bytes += document.clean.text.size();
    }
  } while (cpu_seconds() - begin < kSecondsPerRound);
  return found > 0 ? static_cast<double>(bytes) / (cpu_seconds() - begin) : 0;
}

int measure(int argc, char** argv) {
  ziping::PatternSet patterns = ziping::PatternSet::load(argv[1]);
  std::vector<ziping::DocumentResult> documents;
  std::size_t bytes = 0, mentions = 0;
  for (int i = 2; i < argc; ++i) {
    documents.push_back(ziping::process_file(argv[i], patterns));
    bytes += documents.back().clean.text.size();
    mentions += documents.back().mentions.size();
  }
  double best = 0;
  for (int i = 0; i < kRounds; ++i) best = std::max(best, round(documents, patterns));
  fmt::print("{{\"documents\": {}, \"bytes\": {}, \"mentions\": {}, \"mb_per_second\": {:.1f}}}\n",
             documents.size(), bytes, mentions, best / 1e6);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc >= 3) return measure(argc, argv);
    fmt::print(stderr, "usage: ziping_bench PATTERNS FILE...\n");
  } catch (const std::exception& error) {
    fmt::print(stderr, "ziping_bench: {}\n", error.what());
  }
  return 2;
}
