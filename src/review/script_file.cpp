#include "review/script_file.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <iterator>
#include <utility>

namespace ziping {
namespace {

/// Characters that end a line or mean something in HTML or a script.
bool must_escape(char32_t ch) {
  return ch < 0x20 || ch == U'"' || ch == U'\\' || ch == U'<' || ch == U'>' || ch == U'&' || ch == 0x7F ||
         ch == 0x2028 || ch == 0x2029;
}

}  // namespace

void append_script_string(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    char32_t ch = next_char(text, at);
    if (ch == U'\n') {
      out += "\\n";
    } else if (must_escape(ch)) {
      fmt::format_to(std::back_inserter(out), "\\u{:04X}", static_cast<unsigned>(ch));
    } else {
      append_utf8(out, ch);
    }
  }
  out += '"';
}

ScriptTable::ScriptTable(std::vector<std::string> columns)
    : columns_(std::move(columns)), cells_(columns_.size()) {}

void ScriptTable::add(const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (rows_ > 0) cells_[i] += '\n';
    for (char c : cells[i]) {
      if (c == '\n') {
        cells_[i] += "⏎";
      } else {
        cells_[i] += c;
      }
    }
  }
  ++rows_;
}

std::string ScriptTable::str() const {
  std::string out = fmt::format("{{\"rows\":{},\"columns\":{{", rows_);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    if (i > 0) out += ",\n";
    append_script_string(out, columns_[i]);
    out += ':';
    append_script_string(out, cells_[i]);
  }
  return out + "}}";
}

void write_script(const std::string& folder, const std::string& name, const std::string& value) {
  OutputFile file(folder + "/" + name + ".js");
  std::string call = "ziping.put(";
  append_script_string(call, name);
  file.write(call + ",");
  file.write(value);
  file.write(");\n");
  file.finish();
}

}  // namespace ziping
