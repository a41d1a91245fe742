#pragma once

#include "ingest/content/byte_buffer.h"
#include "ingest/content/operand.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace ziping::content {

/// Cuts the bytes of a content stream into tokens as Poppler does, faults included. Escaped strings and names
/// are decoded in place: the bytes are changed, and the tokens point into them.
class Lexer {
 public:
  /// `bytes` must outlive the tokens.
  explicit Lexer(ByteBuffer& bytes) : at_(bytes.begin()), end_(bytes.end()) {}

  /// Reads the next token; brackets come as commands. False at the end.
  bool next(Operand& token);

  /// What lies ahead, for the data of inline images.
  std::string_view rest() const { return {at_, static_cast<std::size_t>(end_ - at_)}; }
  void skip(std::size_t count) { at_ += std::min(count, rest().size()); }

 private:
  bool skip_blanks();
  void read_number(char first, Operand& token);
  void read_fraction(double number, bool negative, Operand& token);
  void read_string(Operand& token);
  void read_escape(char*& out);
  void read_hex_string(Operand& token);
  void read_name(Operand& token);
  void read_escaped_name(char* begin, Operand& token);
  void read_command(char* begin, Operand& token);
  void read_fault(char found, Operand& token);

  char* at_;
  char* end_;
};

}  // namespace ziping::content
