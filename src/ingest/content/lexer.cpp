#include "ingest/content/lexer.h"

#include "ingest/content/characters.h"
#include "ingest/poppler_glue.h"

#include <climits>
#include <string>

namespace ziping::content {
namespace {

constexpr std::ptrdiff_t kMaxWord = 127;  // bytes of a name or command; Poppler cuts longer ones

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

bool Lexer::skip_blanks() {
  for (; at_ < end_; ++at_) {
    if (*at_ == '%')
      while (at_ + 1 < end_ && *at_ != '\r' && *at_ != '\n') ++at_;
    else if (!is_blank(*at_))
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

void Lexer::read_name(Operand& token) {
  token.kind = Kind::name;
  char* const begin = at_;
  while (at_ < end_ && is_regular(*at_)) {
    if (*at_ == '#') return read_escaped_name(begin, token);
    ++at_;
  }
  if (at_ - begin > kMaxWord) throw GaveUp{"an endless name"};
  token.text = between(begin, at_);
}

/// A name from its first `#` on: two digits that stand for a byte.
void Lexer::read_escaped_name(char* begin, Operand& token) {
  char* out = at_;
  while (at_ < end_ && is_regular(*at_)) {
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
  while (at_ < end_ && is_regular(*at_)) ++at_;
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
