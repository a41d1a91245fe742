#include "pattern/passage.h"

#include "base/utf8.h"

#include <cctype>

namespace ziping {
namespace {

bool is_break(char32_t ch) {
  switch (ch) {
    case 0:
    case U'\n':
    case U'，':
    case U'。':
    case U'；':
    case U'：':
    case U'！':
    case U'？':
    case U'（':
    case U'）':
    case U',':
    case U';':
      return true;
    default:
      return false;
  }
}

/// A break is ASCII or a mark of CJK punctuation or full-width forms: no Han character need be read.
bool may_be_break(char lead) {
  auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 || byte == 0xE3 || byte == 0xEF;
}

}  // namespace

bool is_latin(char32_t ch) {
  return ch < 0x80 && std::isalpha(static_cast<int>(ch)) != 0;
}

bool is_end(char32_t ch) {
  return is_break(ch) || ch == U'、' || ch == U' ';
}

std::string_view clause_before(std::string_view text, std::size_t floor, std::size_t at) {
  std::size_t begin = at;
  while (begin > floor) {
    std::size_t previous = begin - 1;
    while (previous > floor && (static_cast<unsigned char>(text[previous]) & 0xC0) == 0x80) --previous;
    if (may_be_break(text[previous]) && is_break(char_at(text, previous))) break;
    begin = previous;
  }
  return text.substr(begin, at - begin);
}

std::string_view clause_after(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    std::size_t next = end;
    char32_t ch = next_char(text, next);
    if (may_be_break(text[end]) && is_break(ch)) break;
    end = next;
  }
  return text.substr(at, end - at);
}

}  // namespace ziping
