// Micro-benchmarks of the stages that take most of a document's time, on the texts and forms of corpus/:
// normalisation, cue sets, mention grammar, table grid. Bytes a second are those of the clean text.
// usage: ziping_bench_micro [--benchmark_filter=...]

#include "base/files.h"
#include "ingest/reader.h"
#include "layout/grid.h"
#include "layout/layout.h"
#include "pattern/rules.h"
#include "pattern/value_grammar.h"
#include "pipeline.h"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

namespace ziping {
namespace {

constexpr const char* kProse[] = {"water-city-transfer", "school-meals-county", "health-third-party"};
constexpr const char* kForms[] = {"form-landscape-vocational", "form-2017-method", "form-coefficient"};

const PatternSet& patterns() {
  static const PatternSet set = PatternSet::load(ZIPING_PATTERN_DIR);
  return set;
}

template <std::size_t count>
std::vector<SourceDocument> read_corpus(const char* const (&names)[count]) {
  std::vector<SourceDocument> sources;
  for (const char* name : names) {
    std::string path = std::string(ZIPING_CORPUS_DIR) + "/" + name + "/report.pdf";
    sources.push_back(read_document(path, read_file(path)));
  }
  return sources;
}

const std::vector<PlacedText>& placed() {
  static const std::vector<PlacedText> texts = [] {
    std::vector<PlacedText> all;
    for (const SourceDocument& source : read_corpus(kProse)) all.push_back(lay_out(source));
    return all;
  }();
  return texts;
}

const std::vector<CleanText>& texts() {
  static const std::vector<CleanText> all = [] {
    std::vector<CleanText> cleaned;
    for (const PlacedText& text : placed()) cleaned.push_back(clean(text));
    return cleaned;
  }();
  return all;
}

void tell_bytes(benchmark::State& state) {
  std::size_t bytes = 0;
  for (const CleanText& text : texts()) bytes += text.text.size();
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(bytes));
}

void normalisation(benchmark::State& state) {
  for (auto _ : state)
    for (const PlacedText& text : placed()) benchmark::DoNotOptimize(clean(text));
  tell_bytes(state);
}
BENCHMARK(normalisation);

/// All cues of rules and context, over every paragraph.
void cue_set(benchmark::State& state) {
  const CueMatcher& cues = patterns().impl().cues;
  std::vector<CueHit> hits;
  for (auto _ : state)
    for (const CleanText& text : texts()) {
      cues.find(text.text, hits);
      benchmark::DoNotOptimize(hits.data());
    }
  tell_bytes(state);
}
BENCHMARK(cue_set);

void mention_grammar(benchmark::State& state) {
  ValueGrammar grammar(patterns().impl().units);
  std::vector<Value> values;
  for (auto _ : state)
    for (const CleanText& text : texts()) {
      values.clear();
      grammar.read(text.text, {0, text.text.size()}, {}, values, nullptr);
      benchmark::DoNotOptimize(values.data());
    }
  tell_bytes(state);
}
BENCHMARK(mention_grammar);

/// Outline, sections and labelled mentions: what the parts above are for.
void text_to_mentions(benchmark::State& state) {
  for (auto _ : state)
    for (const CleanText& text : texts()) {
      Outline sections = outline(text, patterns().outline_words());
      code_sections(sections, patterns());
      benchmark::DoNotOptimize(find_mentions(text, sections, patterns(), false));
    }
  tell_bytes(state);
}
BENCHMARK(text_to_mentions);

void table_grid(benchmark::State& state) {
  std::vector<SourceDocument> forms = read_corpus(kForms);
  std::int64_t pages = 0;
  for (auto _ : state)
    for (const SourceDocument& form : forms)
      for (const Page& page : form.pages) {
        benchmark::DoNotOptimize(read_grids(page.rules));
        ++pages;
      }
  state.SetItemsProcessed(pages);
}
BENCHMARK(table_grid);

}  // namespace
}  // namespace ziping

BENCHMARK_MAIN();
