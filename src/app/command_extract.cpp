#include "app/commands.h"
#include "app/setup.h"
#include "base/error.h"
#include "batch/inputs.h"
#include "batch/run.h"
#include "ingest/reader.h"
#include "write/formats.h"

#include <fmt/format.h>

#include <cstdio>

namespace ziping {
namespace {

namespace po = boost::program_options;

std::string all_formats() {
  std::string list;
  for (const Format& format : formats()) list += (list.empty() ? "" : ",") + std::string(format.name);
  return list;
}

/// What the command line names, where `-` is a list on standard input; then what `--from` lists.
std::vector<Input> inputs_of(const OptionValues& values) {
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
  return list_inputs(paths);
}

void tell_failure(const DocumentResult& document) {
  if (document.status == Status::failed)
    fmt::print(stderr, "ziping: {}: {}\n", document.document, document.error);
}

void tell_summary(const RunSummary& summary, const std::string& folder) {
  fmt::print(stderr, "ziping: {} document{}: {} ok, {} partial, {} failed; {} records in {}\n",
             summary.documents(), summary.documents() == 1 ? "" : "s", summary.ok, summary.partial,
             summary.failed, summary.records, folder);
}

}  // namespace

void declare_extract(OptionList& options) {
  auto add = options.add_options();
  add("from", po::value<std::string>()->value_name("LIST"),
      "inputs from a file, one path a line (-: standard input)");
  add("output,o", po::value<std::string>()->value_name("OUT"), "folder for the dataset");
  add("to", po::value<std::string>()->value_name("FORMATS"),
      ("formats, joined by commas (default: " + all_formats() + ")").c_str());
  add("quiet,q", "no summary at the end");
  declare_patterns_option(options);
}

int run_extract(const OptionValues& values) {
  if (plain_arguments(values).empty() && !values.count("from"))
    throw UsageError("no input given: ziping extract INPUT... -o OUT");
  if (!values.count("output")) throw UsageError("no output folder given: ziping extract INPUT... -o OUT");
  std::string folder = values["output"].as<std::string>();
  std::vector<Format> chosen =
      formats_named(values.count("to") ? values["to"].as<std::string>() : all_formats());
  require_poppler_data();
  PatternSet patterns = load_patterns(patterns_option(values));
  RunSummary summary = run(inputs_of(values), patterns, folder, chosen, tell_failure);
  if (!values.count("quiet")) tell_summary(summary, folder);
  return summary.failed > 0 ? 1 : 0;
}

}  // namespace ziping
