#pragma once

#include <string>
#include <string_view>

namespace ziping {

/// Appends a text as a JSON string, in quotes. `text` is valid UTF-8.
void append_json_string(std::string& out, std::string_view text);

}  // namespace ziping
