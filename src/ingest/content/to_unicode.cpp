#include "ingest/content/to_unicode.h"

#include "ingest/content/characters.h"

namespace ziping::content {
namespace {

constexpr std::size_t kMaxToken = 250;  // Poppler cuts longer ones
constexpr std::uint32_t kUnknown = 0xFFFD;

/// The value of hexadecimal digits; false for anything else.
bool read_hex(std::string_view digits, std::uint32_t& out) {
  if (digits.empty() || digits.size() > 8) return false;
  out = 0;
  for (const char c : digits) {
    const int value = hex_value(c);
    if (value < 0) return false;
    out = out << 4 | static_cast<std::uint32_t>(value);
  }
  return true;
}

/// A character as a map keeps it.
std::uint32_t kept(std::uint32_t ch) {
  const bool is_character =
      ch < 0x110000 && (ch & 0xFFFFF800) != 0xD800 && (ch < 0xFDD0 || ch > 0xFDEF) && (ch & 0xFFFE) != 0xFFFE;
  return is_character ? ch : kUnknown;
}

}  // namespace

/// The tokens of a map; `<0041>` is one.
class ToUnicode::Tokens {
 public:
  explicit Tokens(std::string_view map) : rest_(map) {}

  /// The next token; empty at the end.
  std::string_view next() {
    skip_blanks();
    std::size_t size = rest_.empty() ? 0 : 1;
    const char first = rest_.empty() ? '\0' : rest_.front();
    if (first == '<' || first == '(') {
      size = rest_.find(first == '<' ? '>' : ')');
      size = size == rest_.npos ? rest_.size() : size + 1;
    } else if (first != '[' && first != ']') {
      while (size < rest_.size() && is_regular(rest_[size])) ++size;
    }
    const std::string_view token = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return token;
  }

  /// The digits of a token `<0041>`; false where it is another or has blanks in it.
  static bool digits_of(std::string_view token, std::string_view& digits) {
    if (token.size() < 3 || token.size() > kMaxToken || token.front() != '<' || token.back() != '>')
      return false;
    digits = token.substr(1, token.size() - 2);
    return true;
  }
  static bool code_of(std::string_view token, std::uint32_t& code) {
    std::string_view digits;
    return digits_of(token, digits) && read_hex(digits, code) && code <= 0xFFFF;
  }

 private:
  void skip_blanks() {
    while (!rest_.empty() && (is_blank(rest_.front()) || rest_.front() == '%')) {
      if (rest_.front() == '%')
        rest_.remove_prefix(std::min(rest_.find_first_of("\r\n"), rest_.size()));
      else
        rest_.remove_prefix(1);
    }
  }

  std::string_view rest_;
};

/// The token before a block is its number of entries. As Poppler does, one is passed over there whatever it
/// is.
bool ToUnicode::read(std::string_view map) {
  Tokens tokens(map);
  tokens.next();
  for (std::string_view token = tokens.next(); !token.empty(); token = tokens.next()) {
    if (token == "usecmap" || token == "begincidchar" || token == "begincidrange") return false;
    if (token != "beginbfchar" && token != "beginbfrange") continue;
    if (!(token == "beginbfchar" ? read_chars(tokens) : read_ranges(tokens))) return false;
    tokens.next();
  }
  return any_;
}

bool ToUnicode::read_chars(Tokens& tokens) {
  for (std::string_view token = tokens.next(); token != "endbfchar"; token = tokens.next()) {
    std::uint32_t code;
    std::string_view digits;
    if (!Tokens::code_of(token, code) || !Tokens::digits_of(tokens.next(), digits) ||
        !this->map(code, digits))
      return false;
  }
  return true;
}

bool ToUnicode::read_ranges(Tokens& tokens) {
  for (std::string_view token = tokens.next(); token != "endbfrange"; token = tokens.next()) {
    std::uint32_t from, to;
    std::string_view digits;
    if (!Tokens::code_of(token, from) || !Tokens::code_of(tokens.next(), to)) return false;
    const std::string_view target = tokens.next();
    if (target == "[") {
      if (!read_listed(tokens, from, to)) return false;
      continue;
    }
    if (!Tokens::digits_of(target, digits) || !map_range(from, to, digits)) return false;
  }
  return true;
}

/// A range of codes for a range of characters.
bool ToUnicode::map_range(std::uint32_t from, std::uint32_t to, std::string_view digits) {
  if (digits.size() > 4) {
    for (std::uint32_t code = from; code <= to; ++code)
      if (!map_many(entry_of(code), digits, code - from)) return false;
    return true;
  }
  std::uint32_t first;
  if (!read_hex(digits, first)) return false;
  for (std::uint32_t code = from; code <= to; ++code) {
    if (map_page(code, to, first + (code - from)))
      code |= 0xFF;
    else if (!map_one(code, first + (code - from)))
      return false;
  }
  return true;
}

/// Whether a range from `from` to `to` takes up the whole page of `from`, which has no entries: then it is
/// noted.
bool ToUnicode::map_page(std::uint32_t from, std::uint32_t to, std::uint32_t first) {
  const std::uint32_t page = from >> 8;
  if ((from & 0xFF) != 0 || to < (from | 0xFF) || pages_[page] || ranges_[page] != 0) return false;
  ranges_[page] = first + 1;
  any_ = true;
  return true;
}

/// A range whose characters are listed one by one.
bool ToUnicode::read_listed(Tokens& tokens, std::uint32_t from, std::uint32_t to) {
  std::string_view token = tokens.next();
  for (std::uint32_t code = from; token != "]"; ++code, token = tokens.next()) {
    std::string_view digits;
    if (code > to || !Tokens::digits_of(token, digits) || !map(code, digits)) return false;
  }
  return true;
}

/// The page of a code, made where it is only noted; null where it has no entries.
ToUnicode::Page* ToUnicode::page_of(std::uint32_t code) const {
  std::unique_ptr<Page>& page = pages_[code >> 8];
  const std::uint32_t noted = ranges_[code >> 8];
  if (page || noted == 0) return page.get();
  page = std::make_unique<Page>();
  for (std::uint32_t i = 0; i < page->size(); ++i) (*page)[i] = kept(noted - 1 + i);
  return page.get();
}

std::uint32_t& ToUnicode::entry_of(std::uint32_t code) {
  std::unique_ptr<Page>& page = pages_[code >> 8];
  if (!page_of(code)) page = std::make_unique<Page>();
  any_ = true;
  return (*page)[code & 0xFF];
}

bool ToUnicode::map(std::uint32_t code, std::string_view digits) {
  return map_range(code, code, digits);
}

/// False where an earlier entry would show through: Poppler knows which.
bool ToUnicode::map_one(std::uint32_t code, std::uint32_t ch) {
  std::uint32_t& entry = entry_of(code);
  if (ch == 0 && entry != 0) return false;
  entry = kept(ch);
  return true;
}

/// UTF-16 of more than one unit; the offset of a range counts at the last one.
bool ToUnicode::map_many(std::uint32_t& entry, std::string_view digits, std::uint32_t offset) {
  if (digits.size() % 4 != 0) return false;
  const std::size_t place = many_.size();
  many_.push_back(0);
  for (std::size_t at = 0; at < digits.size(); at += 4) {
    std::uint32_t unit;
    if (!read_hex(digits.substr(at, 4), unit)) return false;
    if (at + 4 == digits.size()) unit += offset;
    const bool trail = (unit & 0xFFFFFC00) == 0xDC00;
    if (trail && many_.size() > place + 1 && (many_.back() & 0xFFFFFC00) == 0xD800)
      many_.back() = 0x10000 + ((many_.back() & 0x3FF) << 10) + (unit & 0x3FF);
    else
      many_.push_back(unit);
  }
  for (std::size_t i = place + 1; i < many_.size(); ++i) many_[i] = kept(many_[i]);
  many_[place] = static_cast<std::uint32_t>(many_.size() - place - 1);
  entry = kMany | static_cast<std::uint32_t>(place);
  return true;
}

ToUnicode::Characters ToUnicode::find(std::uint32_t code) const {
  const Page* page = code <= 0xFFFF ? page_of(code) : nullptr;
  const std::uint32_t* entry = page ? &(*page)[code & 0xFF] : nullptr;
  if (!entry || *entry == 0) return {};
  if ((*entry & kMany) == 0) return {entry, 1};
  const std::uint32_t place = *entry & ~kMany;
  return {&many_[place + 1], static_cast<int>(many_[place])};
}

}  // namespace ziping::content
