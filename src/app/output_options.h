#pragma once

#include "app/commands.h"
#include "base/error.h"
#include "batch/run.h"

#include <fmt/format.h>

namespace ziping {

/// Exit code of a command that a signal has stopped.
inline constexpr int kStopped = 130;

/// Options of the commands that write a dataset: --output, and those of declare_formats() with a default.
void declare_output(OptionList& options);
/// How it is written: --to, which must be given, --bom, --jobs.
void declare_formats(OptionList& options);
/// What they say. Throws UsageError, with `usage` where there is no folder.
RunOptions output_options(const OptionValues& values, const char* usage);
/// The same without a folder.
RunOptions format_options(const OptionValues& values);

/// A number above 0 of an option; `otherwise` where it is not given. Throws UsageError.
template <class Number>
Number positive(const OptionValues& values, const char* option, Number otherwise) {
  if (!values.count(option)) return otherwise;
  auto number = values[option].as<Number>();
  if (!(number > 0)) throw UsageError(fmt::format("--{} needs a number above 0", option));
  return number;
}

}  // namespace ziping
