#include "app/output_options.h"

#include "write/formats.h"

#include <string>

namespace ziping {
namespace {

namespace po = boost::program_options;

constexpr const char* kDefaultFormats = "csv,jsonl";

std::string all_formats() {
  std::string list;
  for (const Format& format : formats()) list += (list.empty() ? "" : ", ") + std::string(format.name);
  return list;
}

/// `otherwise`: what holds where they are not named.
void declare_formats(OptionList& options, const std::string& otherwise) {
  auto add = options.add_options();
  add("to", po::value<std::string>()->value_name("FORMATS"),
      fmt::format("joined by commas: {} ({})", all_formats(), otherwise).c_str());
  add("bom", "CSV for Excel: with a byte order mark, lines ended by CR LF");
  add("jobs,j", po::value<int>()->value_name("N"), "processes (default: one a processor)");
}

}  // namespace

void declare_output(OptionList& options) {
  options.add_options()("output,o", po::value<std::string>()->value_name("OUT"), "folder for the dataset");
  declare_formats(options, fmt::format("default: {}", kDefaultFormats));
}

void declare_formats(OptionList& options) {
  declare_formats(options, "must be given");
}

RunOptions output_options(const OptionValues& values, const char* usage) {
  if (!values.count("output")) throw UsageError(fmt::format("no output folder given: {}", usage));
  RunOptions options = format_options(values);
  options.folder = values["output"].as<std::string>();
  return options;
}

RunOptions format_options(const OptionValues& values) {
  RunOptions options;
  options.program = ZIPING_VERSION;
  options.formats = formats_named(values.count("to") ? values["to"].as<std::string>() : kDefaultFormats);
  for (const Format& format : options.formats)
    if (format.require) format.require();
  options.write.bom = values.count("bom") > 0;
  options.reading.jobs = positive(values, "jobs", 0);
  return options;
}

}  // namespace ziping
