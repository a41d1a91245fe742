#pragma once

#include <boost/program_options.hpp>

#include <string>
#include <vector>

namespace ziping {

using OptionList = boost::program_options::options_description;
using OptionDescription = boost::program_options::option_description;
using OptionValues = boost::program_options::variables_map;

/// A command of the program. Its row in commands.cpp is all that parsing and help need.
struct Command {
  const char* name;
  const char* arguments;  ///< INPUT... -o OUT
  const char* summary;    ///< one line
  void (*declare)(OptionList& options);
  /// Returns the exit code; throws UsageError, PatternError, SetupError, OutputError.
  int (*run)(const OptionValues& values);
};

const std::vector<Command>& commands();

/// Runs the program with its arguments (without its own name); see `ziping help`. Returns the exit code.
int run_program(const std::vector<std::string>& arguments);

/// What stands after the options: files, folders, words.
std::vector<std::string> plain_arguments(const OptionValues& values);

/// The one file that text and explain read. Throws UsageError where there is not just one.
std::string only_file(const OptionValues& values);

// One file each: command_<name>.cpp.
void declare_extract(OptionList& options);
int run_extract(const OptionValues& values);
void declare_merge(OptionList& options);
int run_merge(const OptionValues& values);
void declare_audit(OptionList& options);
int run_audit(const OptionValues& values);
void declare_export(OptionList& options);
int run_export(const OptionValues& values);
void declare_review(OptionList& options);
int run_review(const OptionValues& values);
void declare_text(OptionList& options);
int run_text(const OptionValues& values);
void declare_explain(OptionList& options);
int run_explain(const OptionValues& values);
void declare_patterns(OptionList& options);
int run_patterns(const OptionValues& values);

}  // namespace ziping
