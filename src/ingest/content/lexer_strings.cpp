// The strings of content streams, decoded in place.
#include "ingest/content/characters.h"
#include "ingest/content/lexer.h"
#include "ingest/poppler_glue.h"

#include <fmt/format.h>
#include <algorithm>

namespace ziping::content {
namespace {

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

void Lexer::read_string(Operand& token) {
  token.kind = Kind::string;
  char* const begin = at_;
  char* out = at_;
  for (int depth = 1; at_ < end_;) {
    const char c = *at_++;
    if (c == '\\') {
      read_escape(out);
      continue;
    }
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (depth == 0) {
      token.text = between(begin, out);
      return;
    }
    *out++ = c;
  }
  poppler::complain("Unterminated string");
  token.text = between(begin, out);
}

void Lexer::read_escape(char*& out) {
  if (at_ == end_) return;
  const char c = *at_++;
  switch (c) {
    case 'n':
      *out++ = '\n';
      return;
    case 'r':
      *out++ = '\r';
      return;
    case 't':
      *out++ = '\t';
      return;
    case 'b':
      *out++ = '\b';
      return;
    case 'f':
      *out++ = '\f';
      return;
    case '\n':
      return;
    case '\r':
      if (at_ < end_ && *at_ == '\n') ++at_;
      return;
    default:
      break;
  }
  if (c < '0' || c > '7') {
    *out++ = c;
    return;
  }
  int code = c - '0';
  for (int digits = 1; digits < 3 && at_ < end_ && *at_ >= '0' && *at_ <= '7'; ++digits)
    code = code * 8 + (*at_++ - '0');
  *out++ = static_cast<char>(code);
}

void Lexer::read_hex_string(Operand& token) {
  token.kind = Kind::string;
  char* const begin = at_;
  char* out = at_;
  int digits = 0;
  int code = 0;
  bool closed = false;
  while (at_ < end_ && !closed) {
    const char c = *at_++;
    closed = c == '>';
    if (closed || is_blank(c)) continue;
    if (hex_value(c) < 0)
      poppler::complain(
          fmt::format("Illegal character <{:02x}> in hex string", static_cast<unsigned char>(c)));
    code = code << 4 | std::max(hex_value(c), 0);
    if (++digits % 2 != 0) continue;
    *out++ = static_cast<char>(code);
    code = 0;
  }
  if (!closed) poppler::complain("Unterminated hex string");
  if (digits % 2 != 0) *out++ = static_cast<char>(code << 4);
  token.text = between(begin, out);
}

}  // namespace ziping::content
