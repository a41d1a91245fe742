#include "app/options.h"

#include "base/error.h"
#include "base/nearest.h"

#include <algorithm>

namespace ziping {
namespace {

namespace po = boost::program_options;

constexpr const char* kPlain = "argument";

std::vector<std::string> long_names(const OptionList& options) {
  std::vector<std::string> names;
  for (const auto& option : options.options()) names.push_back(option->long_name());
  return names;
}

std::string unknown_option(const OptionList& options, const std::string& given) {
  std::string name = given.substr(0, given.find('='));
  std::string bare = name.substr(std::min(name.find_first_not_of('-'), name.size()));
  return "unknown option " + name + did_you_mean(bare, long_names(options), "--");
}

}  // namespace

OptionList options_of(const Command& command) {
  OptionList options;
  command.declare(options);
  options.add_options()("help,h", "show this help");
  return options;
}

OptionValues parse(const Command& command, const std::vector<std::string>& arguments) {
  OptionList shown = options_of(command), all;
  all.add(shown).add_options()(kPlain, po::value<std::vector<std::string>>());
  po::positional_options_description plain;
  plain.add(kPlain, -1);
  namespace style = po::command_line_style;
  OptionValues values;
  try {
    po::store(po::command_line_parser(arguments)
                  .options(all)
                  .positional(plain)
                  .style(style::unix_style & ~style::allow_guessing)
                  .run(),
              values);
  } catch (const po::unknown_option& error) {
    throw UsageError(unknown_option(shown, error.get_option_name()));
  } catch (const po::error& error) {
    throw UsageError(error.what());
  }
  return values;
}

std::vector<std::string> plain_arguments(const OptionValues& values) {
  return values.count(kPlain) ? values[kPlain].as<std::vector<std::string>>() : std::vector<std::string>{};
}

std::string only_file(const OptionValues& values) {
  std::vector<std::string> files = plain_arguments(values);
  if (files.size() != 1) throw UsageError(files.empty() ? "no file given" : "give one file at a time");
  return files.front();
}

}  // namespace ziping
