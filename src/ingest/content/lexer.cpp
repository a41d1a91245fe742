#include "ingest/content/lexer.h"

#include "ingest/poppler_glue.h"

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <climits>

namespace ziping::content {
namespace {

constexpr std::ptrdiff_t kMaxWord = 127;  // bytes of a name or command; Poppler cuts longer ones

enum : std::uint8_t { kRegular, kBlank, kDelimiter };

constexpr auto kClasses = [] {
  std::array<std::uint8_t, 256> classes{};
  for (const char c : {'\0', '\t', '\n', '\f', '\r', ' '}) classes[static_cast<unsigned char>(c)] = kBlank;
  for (const char c : {'(', ')', '<', '>', '[', ']', '{', '}', '/', '%'})
    classes[static_cast<unsigned char>(c)] = kDelimiter;
  return classes;
}();

std::uint8_t class_of(char c) {
  return kClasses[static_cast<unsigned char>(c)];
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The value of a hexadecimal digit; -1 for none.
int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return -1;
}

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

bool Lexer::skip_blanks() {
  for (; at_ < end_; ++at_) {
    if (*at_ == '%')
      while (at_ + 1 < end_ && *at_ != '\r' && *at_ != '\n') ++at_;
    else if (class_of(*at_) != kBlank)
      return true;
  }
  return false;
}

bool Lexer::next(Operand& token) {
  if (!skip_blanks()) return false;
  const char c = *at_++;
  switch (c) {
    case '0':
    case '1':
    case '2':
    case '3':
    case '4':
    case '5':
    case '6':
    case '7':
    case '8':
    case '9':
    case '+':
    case '-':
    case '.':
      read_number(c, token);
      return true;
    case '(':
      read_string(token);
      return true;
    case '/':
      read_name(token);
      return true;
    case '[':
    case ']':
      token.kind = Kind::command;
      token.text = between(at_ - 1, at_);
      return true;
    case '<':
    case '>':
      if (at_ < end_ && *at_ == c) {
        token.kind = Kind::command;
        token.text = between(at_ - 1, at_ + 1);
        ++at_;
      } else if (c == '<') {
        read_hex_string(token);
      } else {
        read_fault(c, token);
      }
      return true;
    case ')':
    case '{':
    case '}':
      read_fault(c, token);
      return true;
    default:
      read_command(at_ - 1, token);
      return true;
  }
}

/// Digits with a sign before them; what follows the last digit begins the next token (`1e5`, `--5`).
void Lexer::read_number(char first, Operand& token) {
  if (first == '.') return read_fraction(0, false, token);
  const bool negative = first == '-';
  long long whole = is_digit(first) ? first - '0' : 0;
  double large = 0;  // in place of `whole`, where that overflows
  for (; at_ < end_ && is_digit(*at_); ++at_) {
    if (large != 0)
      large = large * 10.0 + (*at_ - '0');
    else if (whole > (LLONG_MAX - 9) / 10)
      large = static_cast<double>(whole) * 10.0 + (*at_ - '0');
    else
      whole = whole * 10 + (*at_ - '0');
  }
  const double number = large != 0 ? large : static_cast<double>(whole);
  if (at_ < end_ && *at_ == '.') {
    ++at_;
    return read_fraction(number, negative, token);
  }
  token.kind = large == 0 && whole <= INT_MAX ? Kind::integer : Kind::real;
  token.number = negative && number != 0 ? -number : number;
}

/// Digits after the point. A minus sign among them is passed over, as Acrobat does.
void Lexer::read_fraction(double number, bool negative, Operand& token) {
  double scale = 0.1;
  for (; at_ < end_ && (is_digit(*at_) || *at_ == '-'); ++at_) {
    if (*at_ == '-') continue;
    number = number + scale * (*at_ - '0');
    scale *= 0.1;
  }
  token.kind = Kind::real;
  token.number = negative ? -number : number;
}

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
    if (closed || class_of(c) == kBlank) continue;
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

void Lexer::read_name(Operand& token) {
  token.kind = Kind::name;
  char* const begin = at_;
  while (at_ < end_ && class_of(*at_) == kRegular) {
    if (*at_ == '#') return read_escaped_name(begin, token);
    ++at_;
  }
  if (at_ - begin > kMaxWord) throw GaveUp{"an endless name"};
  token.text = between(begin, at_);
}

/// A name from its first `#` on: two digits that stand for a byte.
void Lexer::read_escaped_name(char* begin, Operand& token) {
  char* out = at_;
  while (at_ < end_ && class_of(*at_) == kRegular) {
    if (*at_ == '#' && end_ - at_ > 2 && hex_value(at_[1]) >= 0) {
      if (hex_value(at_[2]) < 0) throw GaveUp{"a name with wrong hexadecimal digits"};
      *out++ = static_cast<char>(hex_value(at_[1]) << 4 | hex_value(at_[2]));
      at_ += 3;
    } else {
      *out++ = *at_++;
    }
  }
  if (out - begin > kMaxWord) throw GaveUp{"an endless name"};
  token.text = between(begin, out);
}

void Lexer::read_command(char* begin, Operand& token) {
  while (at_ < end_ && class_of(*at_) == kRegular) ++at_;
  if (at_ - begin > kMaxWord) throw GaveUp{"an endless word"};
  token.text = between(begin, at_);
  token.kind = token.text == "true" || token.text == "false" ? Kind::boolean
               : token.text == "null"                        ? Kind::null
                                                             : Kind::command;
}

void Lexer::read_fault(char found, Operand& token) {
  poppler::complain(std::string("Illegal character '") + found + "'");
  token.kind = Kind::fault;
}

}  // namespace ziping::content
