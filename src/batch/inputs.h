#pragma once

#include <string>
#include <vector>

namespace ziping {

enum class InputType { document, archive };

/// A file of a run.
struct Input {
  std::string path;
  InputType type = InputType::document;  ///< by its name; its content has the last word

  bool operator==(const Input&) const = default;
};

/// Files of a run, in the order of `paths`: a file stands for itself whatever its name, a folder for the
/// documents and archives below it (see list_files(); for itself where it has none). No path twice. What is
/// missing is listed and fails when it is read.
std::vector<Input> list_inputs(const std::vector<std::string>& paths);

/// Paths from a list, a file or `-` for standard input: one a line, ended by LF or CRLF; blank lines are
/// skipped. Throws UsageError where the list itself cannot be read.
std::vector<std::string> read_input_list(const std::string& list);

}  // namespace ziping
