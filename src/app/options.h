#pragma once

#include "app/commands.h"

#include <string>
#include <vector>

namespace ziping {

/// The options of a command that its help shows, `--help` included.
OptionList options_of(const Command& command);

/// Reads a command's arguments. Throws UsageError in one sentence, with the nearest name for an
/// unknown option: `unknown option --ouput; did you mean --output?`.
OptionValues parse(const Command& command, const std::vector<std::string>& arguments);

}  // namespace ziping
