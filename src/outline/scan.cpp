#include "outline/scan.h"

#include <array>
#include <cstdint>

namespace ziping::scan {
namespace {

constexpr std::array<std::string_view, 10> kOpen = {"（", "(", "〈", "《", "【", "[", "〔", "<", "［", "「"};
constexpr std::array<std::string_view, 10> kClose = {"）", ")", "〉", "》", "】", "]", "〕", ">", "］", "」"};
constexpr std::array<std::string_view, 3> kWideEdges = {"\u3000", "\u00A0", "•"};

/// A Han character's three bytes as one number.
constexpr std::uint32_t packed(std::string_view bytes) {
  auto at = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])); };
  return at(0) << 16 | at(1) << 8 | at(2);
}

int han_digit(std::string_view text, std::size_t at) {
  if (at + 3 > text.size()) return 0;
  switch (packed(text.substr(at, 3))) {
    case packed("一"):
      return 1;
    case packed("二"):
      return 2;
    case packed("三"):
      return 3;
    case packed("四"):
      return 4;
    case packed("五"):
      return 5;
    case packed("六"):
      return 6;
    case packed("七"):
      return 7;
    case packed("八"):
      return 8;
    case packed("九"):
      return 9;
    default:
      return 0;
  }
}

/// No bracket begins with another byte: ASCII, or a lead byte of CJK punctuation or full-width forms.
bool may_be_bracket(char lead) {
  auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 || byte == 0xE3 || byte == 0xEF;
}

/// The same for the bracket that ends `text`: its last three bytes begin so, or it is ASCII.
bool may_end_in_bracket(std::string_view text) {
  if (text.empty()) return false;
  return static_cast<unsigned char>(text.back()) < 0x80 ||
         (text.size() > 2 && may_be_bracket(text[text.size() - 3]));
}

bool is_ascii_edge(char c) {
  return c == ' ' || c == '#' || c == '*' || (c >= '\t' && c <= '\r');
}

/// Bytes of the edge character that begins (ends) `text`; 0 where there is none.
std::size_t edge_at(std::string_view text) {
  if (text.empty()) return 0;
  if (static_cast<unsigned char>(text[0]) < 0x80) return is_ascii_edge(text[0]);
  for (std::string_view edge : kWideEdges)
    if (starts_with_word(text, edge)) return edge.size();
  return 0;
}

std::size_t edge_before(std::string_view text) {
  if (text.empty()) return 0;
  if (static_cast<unsigned char>(text.back()) < 0x80) return is_ascii_edge(text.back());
  for (std::string_view edge : kWideEdges)
    if (ends_with_word(text, edge)) return edge.size();
  return 0;
}

/// Han characters and full-width punctuation.
bool is_wide(char32_t ch) {
  return is_han(ch) || (ch >= 0x3000 && ch < 0x3040) || ch >= 0xFF00;
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (std::size_t size = edge_at(text)) text.remove_prefix(size);
  while (std::size_t size = edge_before(text)) text.remove_suffix(size);
  return text;
}

std::string joined(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at)
    if (text[at] != ' ' || !(is_wide(char_at(text, at + 1)) || is_wide(char_before(out, out.size()))))
      out += text[at];
  return out;
}

std::size_t opening(std::string_view text) {
  if (text.empty() || !may_be_bracket(text[0])) return 0;
  for (std::string_view bracket : kOpen)
    if (starts_with_word(text, bracket)) return bracket.size();
  return 0;
}

std::size_t closing(std::string_view text) {
  if (!may_end_in_bracket(text)) return 0;
  for (std::string_view bracket : kClose)
    if (ends_with_word(text, bracket)) return bracket.size();
  return 0;
}

std::size_t group_prefix(std::string_view text, int limit) {
  std::size_t at = opening(text);
  if (at == 0) return 0;
  for (int count = 0; at < text.size() && count <= limit; ++count) {
    next_char(text, at);
    if (closing(text.substr(0, at))) return at;
  }
  return 0;
}

std::size_t group_suffix(std::string_view text, int limit) {
  if (!closing(text)) return text.size();
  std::size_t at = text.size() - closing(text);
  for (int count = 0; at > 0 && count <= limit; ++count) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    if (opening(text.substr(at))) return at;
  }
  return text.size();
}

std::string_view inside(std::string_view group) {
  group.remove_prefix(opening(group));
  group.remove_suffix(closing(group));
  return trim(group);
}

std::string_view without_tail_groups(std::string_view text) {
  for (std::size_t begin; (begin = group_suffix(text)) < text.size();) text = trim(text.substr(0, begin));
  return text;
}

bool at_most(std::string_view text, std::size_t limit) {
  return text.size() <= limit || (text.size() <= 4 * limit && count_chars(text) <= limit);
}

std::string_view head(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; at < text.size() && count > 0; --count) next_char(text, at);
  return text.substr(0, at);
}

bool has_sentence_mark(std::string_view text, bool commas) {
  for (std::size_t at = 0; at + 2 < text.size();) {
    auto lead = static_cast<unsigned char>(text[at]);
    if (lead != 0xE3 && lead != 0xEF) {
      at += lead >= 0xE4 ? 3 : 1;
      continue;
    }
    char32_t ch = next_char(text, at);
    if (ch == U'。' || ch == U'；' || ch == U'！' || ch == U'？' || (commas && ch == U'，')) return true;
  }
  return false;
}

int han_number(std::string_view text, std::size_t& at) {
  std::size_t begin = at;
  int tens = 0, ones = han_digit(text, at);
  if (ones) at += 3;
  if (at + 3 <= text.size() && packed(text.substr(at, 3)) == packed("十")) {
    at += 3;
    tens = ones ? ones : 1;
    ones = han_digit(text, at);
    if (ones) at += 3;
  }
  if (at == begin) return 0;
  return tens * 10 + ones;
}

int digits(std::string_view text, std::size_t& at, int most) {
  std::size_t end = at;
  int value = 0;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') {
    if (static_cast<int>(end - at) == most) return -1;
    value = value * 10 + (text[end++] - '0');
  }
  if (end == at) return -1;
  at = end;
  return value;
}

void skip_spaces(std::string_view text, std::size_t& at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
}

bool skip(std::string_view text, std::size_t& at, std::string_view word) {
  if (!starts_with_word(text.substr(std::min(at, text.size())), word)) return false;
  at += word.size();
  return true;
}

}  // namespace ziping::scan
