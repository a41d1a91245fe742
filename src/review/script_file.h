#pragma once

#include "base/files.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// A text as a JavaScript string, quotes included. Whatever it holds, it stays a text: nothing in it ends the
/// string, the script or a comment.
void append_script_string(std::string& out, std::string_view text);

/// A table by columns, as the page reads it: {"rows":2,"columns":{"kind":"amount\nrate",…}}. Line breaks
/// within a cell become ⏎.
class ScriptTable {
 public:
  explicit ScriptTable(std::vector<std::string> columns);

  void add(const std::vector<std::string>& cells);
  std::size_t rows() const { return rows_; }
  std::string str() const;

 private:
  std::vector<std::string> columns_, cells_;
  std::size_t rows_ = 0;
};

/// Writes `folder`/`name`.js, which hands `value` (a JavaScript expression) to the page under that name:
/// pages opened from a folder can load scripts and nothing else. Throws OutputError.
void write_script(const std::string& folder, const std::string& name, const std::string& value);

}  // namespace ziping
