#pragma once

#include <string>
#include <vector>

namespace ziping {

/// Files of a run, in the order of `paths`: a file stands for itself whatever its name, a folder for the
/// documents and archives below it (see list_files(); for itself where it has none). No path twice. What is
/// missing is listed and fails when it is read. What lies in the folder `output` is left out of other
/// folders: a run does not read what it has written.
std::vector<std::string> list_inputs(const std::vector<std::string>& paths, const std::string& output = "");

/// Paths from a list, a file or `-` for standard input: one a line, ended by LF or CRLF; blank lines are
/// skipped. Throws UsageError where the list itself cannot be read.
std::vector<std::string> read_input_list(const std::string& list);

}  // namespace ziping
