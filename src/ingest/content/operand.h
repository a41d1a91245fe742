#pragma once

#include <cstdint>
#include <string_view>

namespace ziping::content {

/// What a token of a content stream is. `fault` stands for bytes that begin no token.
enum class Kind : std::uint8_t {
  integer,
  real,
  string,
  name,
  array,
  dict,
  boolean,
  null,
  fault,
  command,
  reference  ///< to an object of the file; not in content streams
};

/// A token, or an object made of the tokens that follow it.
struct Operand {
  Kind kind = Kind::null;
  std::uint32_t end = 0;  ///< arrays and dictionaries: one behind the place of their last part; references:
                          ///< the object's generation
  double number = 0;      ///< of numbers, and of the object referred to
  std::string_view text;  ///< of strings, names and commands, decoded; lies in the content stream's bytes

  bool is_number() const { return kind == Kind::integer || kind == Kind::real; }
  bool is_compound() const { return kind == Kind::array || kind == Kind::dict; }
};

/// What the interpreter cannot go on with: the document is left to Poppler's own.
struct GaveUp {
  const char* reason;
};

}  // namespace ziping::content
