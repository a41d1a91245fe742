#include "app/commands.h"
#include "app/output_options.h"
#include "app/progress.h"
#include "app/setup.h"
#include "base/error.h"
#include "batch/inputs.h"
#include "batch/run.h"
#include "ingest/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace ziping {
namespace {

namespace po = boost::program_options;

/// What the command line names, where `-` is a list on standard input; then what `--from` lists.
std::vector<std::string> inputs_of(const OptionValues& values) {
  std::vector<std::string> paths;
  auto add_list = [&](const std::string& list) {
    for (std::string& path : read_input_list(list)) paths.push_back(std::move(path));
  };
  for (const std::string& argument : plain_arguments(values)) {
    if (argument == "-") {
      add_list(argument);
    } else {
      paths.push_back(argument);
    }
  }
  if (values.count("from")) add_list(values["from"].as<std::string>());
  return list_inputs(paths, values["output"].as<std::string>());
}

/// `3/16`; 0 is the same as 16, so that arrays of jobs may count from 0 or from 1.
Shard shard_named(const std::string& text) {
  Shard shard;
  char rest = 0;
  if (std::sscanf(text.c_str(), "%d/%d%c", &shard.number, &shard.count, &rest) != 2 || shard.count < 1 ||
      shard.number < 0 || shard.number > shard.count)
    throw UsageError("--shard needs I/N with I from 1 to N: --shard 3/16; not " + text);
  if (shard.number == 0) shard.number = shard.count;
  return shard;
}

ReadingOptions reading_options(const OptionValues& values) {
  ReadingOptions options;
  options.jobs = positive(values, "jobs", 0);
  options.timeout = positive(values, "timeout", options.timeout);
  constexpr std::size_t kMegabyte = 1u << 20;
  options.memory_bytes = positive(values, "max-memory", options.memory_bytes / kMegabyte) * kMegabyte;
  options.max_pages = positive(values, "max-pages", options.max_pages);
  options.pdf_reader = reader_option(values);
  options.again = values.count("again") > 0;
  if (values.count("shard")) options.shard = shard_named(values["shard"].as<std::string>());
  return options;
}

bool names_csv(const std::vector<Format>& formats) {
  return std::any_of(formats.begin(), formats.end(),
                     [](const Format& format) { return format.name == std::string_view("csv"); });
}

std::unique_ptr<RunObserver> observer_of(const OptionValues& values, const RunOptions& run) {
  ObserverOptions options = stderr_options();
  options.folder = run.folder;
  options.csv = names_csv(run.formats);
  options.quiet = values.count("quiet") > 0;
  options.log_json = values.count("log-json") > 0;
  return make_observer(std::move(options));
}

}  // namespace

void declare_extract(OptionList& options) {
  auto add = options.add_options();
  add("from", po::value<std::string>()->value_name("LIST"),
      "inputs from a file, one path a line (-: standard input)");
  declare_output(options);
  add("timeout", po::value<double>()->value_name("S"),
      "give a document up after S seconds without a page (default: 60)");
  add("max-memory", po::value<std::size_t>()->value_name("MB"), "memory of a worker (default: 1024)");
  add("max-pages", po::value<int>()->value_name("N"), "pages of a document that are read (default: 5000)");
  add("again", "read again what an earlier run has read");
  add("shard", po::value<std::string>()->value_name("I/N"),
      "read part I of N, by content; see ziping help merge");
  add("quiet,q", "show failures only");
  add("log-json", "tell what happens as JSON Lines, for machines");
  declare_patterns_option(options);
  declare_reader_option(options);
}

int run_extract(const OptionValues& values) {
  constexpr const char* kUsage = "ziping extract INPUT... -o OUT";
  if (plain_arguments(values).empty() && !values.count("from"))
    throw UsageError(fmt::format("no input given: {}", kUsage));
  RunOptions options = output_options(values, kUsage);
  options.reading = reading_options(values);
  if (options.reading.shard.count > 1 && !values.count("to")) options.formats.clear();  // merge writes them
  require_poppler_data();
  PatternSet patterns = load_patterns(patterns_option(values));
  auto observer = observer_of(values, options);
  RunSummary summary = run(inputs_of(values), patterns, options, *observer);
  if (summary.stopped) return kStopped;
  return summary.failed > 0 ? 1 : 0;
}

}  // namespace ziping
