#include "pattern/formula.h"

#include "base/utf8.h"

#include <cctype>

namespace ziping {
namespace {

/// The first sign of equality of the formula that ends in the one at `equals`.
std::size_t formula_begin(const Passage& passage, std::size_t equals) {
  std::size_t first = equals;
  for (std::size_t at = equals; at > passage.begin; --at) {
    char c = passage.text[at - 1];
    if (std::isdigit(static_cast<unsigned char>(c)) == 0 && std::string_view("=./*+-%()").find(c) == kNowhere)
      break;
    if (c == '=') first = at - 1;
  }
  return first;
}

}  // namespace

bool is_operand(const Passage& passage, std::size_t at) {
  std::string_view text = passage.text;
  if (at >= text.size() ||
      std::u32string_view(U"/*×÷+=").find(next_char(text, at)) == std::u32string_view::npos)
    return false;
  char32_t next = char_at(text, at);
  return is_digit(next) || next == U'（' || next == U'(';
}

bool is_formula_rate(const Passage& passage, const Figure& figure) {
  std::size_t begin = figure.span.begin;
  if (begin <= passage.begin || passage.text[begin - 1] != '=') return false;
  std::size_t first = formula_begin(passage, begin - 1);
  return passage.units.bare_percent(passage.text.substr(passage.begin, first - passage.begin));
}

}  // namespace ziping
