#include "app/commands.h"

#include "app/options.h"
#include "app/setup.h"
#include "base/error.h"
#include "base/nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

namespace ziping {
namespace {

const Command* find_command(const std::string& name) {
  auto found = std::find_if(commands().begin(), commands().end(),
                            [&](const Command& command) { return command.name == name; });
  return found == commands().end() ? nullptr : &*found;
}

const Command& command_named(const std::string& name) {
  if (const Command* command = find_command(name)) return *command;
  std::vector<std::string> names{"help"};
  for (const Command& command : commands()) names.emplace_back(command.name);
  throw UsageError(fmt::format("unknown command '{}'{}", name, did_you_mean(name, names)));
}

int show_program_help() {
  fmt::print(
      "usage: ziping COMMAND [ARGUMENTS]\n\n"
      "Reads Chinese budget performance self-evaluation reports (PDF, text) and writes a dataset in\n"
      "which every number says what it measures and where it stands.\n\ncommands:\n");
  for (const Command& command : commands())
    fmt::print("  {:<28} {}\n", fmt::format("{} {}", command.name, command.arguments), command.summary);
  fmt::print("  {:<28} {}\n", "help [COMMAND]", "Show this help, or that of a command.");
  fmt::print(
      "\noptions:\n"
      "  --version   show the versions of the program, the pattern set and the libraries\n"
      "  --help      show this help\n\n"
      "Exit codes: 0 done; 1 a document failed or the output could not be written; 2 wrong usage,\n"
      "a faulty pattern file, or something this machine lacks; 130 stopped by a signal (the same\n"
      "command goes on).\n");
  return 0;
}

/// `-o, --output OUT`; long names line up whether there is a short one or not.
std::string shown_option(const OptionDescription& option) {
  std::string short_name =
      option.canonical_display_name(boost::program_options::command_line_style::allow_dash_for_short);
  std::string lead = short_name.starts_with('-') ? short_name + ", " : "    ";
  std::string value = option.semantic()->max_tokens() > 0 ? " " + option.format_parameter() : "";
  return lead + "--" + option.long_name() + value;
}

int show_command_help(const Command& command) {
  fmt::print("usage: ziping {} {}\n\n{}\n\noptions:\n", command.name, command.arguments, command.summary);
  OptionList options = options_of(command);
  for (const auto& option : options.options())
    fmt::print("  {:<22} {}\n", shown_option(*option), option->description());
  return 0;
}

int show_version() {
  fmt::print("ziping {}\n", ZIPING_VERSION);
  PatternSet patterns = load_patterns("");
  fmt::print("patterns {} sha256 {}\n", patterns.version(), patterns.digest());
  fmt::print("built with {}\n", ZIPING_LIBRARIES);
  return 0;
}

}  // namespace

const std::vector<Command>& commands() {
  static const std::vector<Command> all = {
      {"extract", "INPUT... -o OUT", "Read files and folders, write the dataset into the folder OUT.",
       declare_extract, run_extract},
      {"merge", "SHARD... -o OUT",
       "Put the parts of a run together that extract --shard has written, each in its folder.", declare_merge,
       run_merge},
      {"audit", "OUT",
       "Show where the reports of a dataset contradict their own arithmetic; exit code 1 where one does.",
       declare_audit, run_audit},
      {"export", "OUT --to FORMATS", "Write a dataset in other formats, from what has been extracted.",
       declare_export, run_export},
      {"review", "OUT", "Make a page to read and check the records beside the pages they stand on.",
       declare_review, run_review},
      {"text", "FILE", "Show the clean text with its sections, as the extractor sees it.", declare_text,
       run_text},
      {"explain", "FILE", "Show every figure with its labels, and why it got them.", declare_explain,
       run_explain},
      {"patterns", "check [DIR]", "Check the pattern files and the examples in them.", declare_patterns,
       run_patterns},
  };
  return all;
}

int run_program(const std::vector<std::string>& arguments) {
  if (arguments.empty()) throw UsageError("no command given; see ziping --help");
  const std::string& first = arguments.front();
  if (first == "--version" || first == "-V") return show_version();
  if (first == "help" && arguments.size() > 1) return show_command_help(command_named(arguments[1]));
  if (first == "help" || first == "--help" || first == "-h") return show_program_help();
  if (first.starts_with('-'))
    throw UsageError(fmt::format("unknown option {}{}", first, did_you_mean(first, {"--version", "--help"})));
  const Command& command = command_named(first);
  OptionValues values = parse(command, {arguments.begin() + 1, arguments.end()});
  return values.count("help") ? show_command_help(command) : command.run(values);
}

}  // namespace ziping
