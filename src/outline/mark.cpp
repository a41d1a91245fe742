#include "outline/mark.h"

#include "outline/scan.h"

#include <array>

namespace ziping {
namespace {

using scan::skip;
using scan::skip_spaces;

constexpr int kMostNumber = 60;

ListMark finish(std::string_view text, std::size_t at, MarkStyle style, int number, char delimiter = 0) {
  skip_spaces(text, at);
  return {style, number, at, delimiter, false};
}

/// 第一部分, 第2部分.
std::optional<ListMark> part_mark(std::string_view text) {
  std::size_t at = 0;
  if (!skip(text, at, "第")) return {};
  int number = scan::han_number(text, at);
  if (number == 0) number = scan::digits(text, at, 2);
  if (number <= 0 || !(skip(text, at, "部分") || skip(text, at, "章"))) return {};
  skip_spaces(text, at);
  skip(text, at, "：");
  skip(text, at, "、");
  return finish(text, at, MarkStyle::part, number);
}

/// `一、二级指标` and `三、四季度` name ordinals.
bool ordinals_follow(std::string_view rest) {
  std::size_t at = 0;
  if (scan::han_number(rest, at) == 0) return false;
  char32_t next = char_at(rest, at);
  return std::u32string_view(U"级类等季月期批次、线产").find(next) != std::u32string_view::npos && next;
}

/// 一、 一. 一，(doubtful)
std::optional<ListMark> han_mark(std::string_view text) {
  std::size_t at = 0;
  int number = scan::han_number(text, at);
  if (number == 0) return {};
  skip_spaces(text, at);
  bool comma = skip(text, at, "、"), point = !comma && (skip(text, at, ".") || skip(text, at, "．"));
  bool doubtful = !comma && !point;
  if (doubtful) skip(text, at, "，") || skip(text, at, ",") || skip(text, at, "：");
  if (ordinals_follow(text.substr(at))) return {};
  ListMark mark = finish(text, at, MarkStyle::han, number, comma ? ',' : '.');
  mark.doubtful = doubtful;
  return mark;
}

/// （一） （1） 1) 一）: `open` is false where the bracket that opens it is lost or never was.
std::optional<ListMark> bracket_mark(std::string_view text) {
  std::size_t at = scan::opening(text);
  if (text.starts_with("《")) return {};
  skip_spaces(text, at);
  std::size_t begin = at;
  int number = scan::han_number(text, at);
  MarkStyle style = MarkStyle::han_paren;
  if (number == 0) number = scan::digits(text, at, 2), style = MarkStyle::arabic_paren;
  if (number <= 0 || number > kMostNumber || at == begin) return {};
  skip_spaces(text, at);
  for (std::string_view close : {"）", ")", "〉", "】", "］", "]"})
    if (skip(text, at, close)) {
      skip(text, at, "、");
      return finish(text, at, style, number);
    }
  return {};
}

/// What follows `7.` is the rest of a value, not of a heading: 万, %, a point again, nothing.
bool value_follows(std::string_view rest) {
  std::size_t at = 0;
  int digits = scan::digits(rest, at, 9);
  if (at == 4 && digits >= 1990 && digits < 2100 && rest.substr(at).starts_with("年")) return false;
  skip_spaces(rest, at);
  char32_t next = char_at(rest, at);
  return next == 0 ||
         std::u32string_view(U"万亿%％‰元.倍分、，,；。）)/-~～—").find(next) != std::u32string_view::npos;
}

bool unit_follows(char32_t next) {
  return !is_han(next) ||
         std::u32string_view(
             U"万亿元个名人户家次份项年月日号期批台套亩所处间座米公吨天倍成分级类类种位辆条只头张小时")
                 .find(next) != std::u32string_view::npos;
}

/// 1. 1、 and, doubtful, 1 before a word and 7.21个.
std::optional<ListMark> arabic_mark(std::string_view text) {
  std::size_t at = 0;
  int number = scan::digits(text, at, 2);
  if (number <= 0 || number > kMostNumber || text[0] == '0') return {};
  bool tight = at < text.size() && text[at] != ' ';
  skip_spaces(text, at);
  bool comma = skip(text, at, "、"), point = !comma && (skip(text, at, ".") || skip(text, at, "．"));
  if (!comma && !point) {
    if (unit_follows(char_at(text, at))) return {};
    ListMark mark = finish(text, at, MarkStyle::arabic, number, '.');
    mark.doubtful = true;
    return mark;
  }
  bool digit = is_digit(char_at(text, at));
  if (point && digit && tight && value_follows(text.substr(at))) return {};
  while (skip(text, at, "、") || skip(text, at, "，") || skip(text, at, ".")) {
  }
  ListMark mark = finish(text, at, MarkStyle::arabic, number, comma ? ',' : '.');
  std::size_t year = at;
  mark.doubtful = point && digit && tight && !(scan::digits(text, year, 4) >= 1990 && year - at == 4);
  return mark;
}

/// ① ⑴ ⒈ stand for number and style in one character.
std::optional<ListMark> symbol_mark(std::string_view text) {
  std::size_t at = 0;
  char32_t ch = text.empty() ? 0 : next_char(text, at);
  auto within = [&](char32_t first) { return ch >= first && ch < first + 20; };
  auto number = [&](char32_t first) { return static_cast<int>(ch - first) + 1; };
  if (within(0x2460)) return finish(text, at, MarkStyle::circled, number(0x2460));
  if (within(0x2474)) return finish(text, at, MarkStyle::arabic_paren, number(0x2474));
  if (within(0x2488)) return finish(text, at, MarkStyle::arabic, number(0x2488), '.');
  return {};
}

std::string han_text(int number) {
  static constexpr std::array<std::string_view, 10> kDigits = {"",   "一", "二", "三", "四",
                                                               "五", "六", "七", "八", "九"};
  std::string out;
  if (number >= 20) out += kDigits[static_cast<std::size_t>(number / 10)];
  if (number >= 10) out += "十";
  return out.append(kDigits[static_cast<std::size_t>(number % 10)]);
}

}  // namespace

std::optional<ListMark> read_mark(std::string_view text) {
  if (text.empty()) return {};
  unsigned char lead = static_cast<unsigned char>(text[0]);
  if (lead >= '0' && lead <= '9') {
    auto bracket = bracket_mark(text);
    return bracket ? bracket : arabic_mark(text);
  }
  if (scan::opening(text)) return bracket_mark(text);
  if (starts_with_word(text, "第")) return part_mark(text);
  if (lead == 0xE2) return symbol_mark(text);
  std::size_t at = 0;
  if (scan::han_number(text, at) == 0) return {};
  auto bracket = lead >= 0xE4 ? bracket_mark(text) : std::nullopt;
  return bracket ? bracket : han_mark(text);
}

std::optional<ListMark> read_lost_mark(std::string_view text) {
  constexpr std::string_view kHan[] = {"、", "—、", "-、", "－、", "ー、", "_、"};
  constexpr std::string_view kBracket[] = {"）", ")", "（）", "()", "（—）", "(-)", "（-）"};
  ListMark mark;
  mark.doubtful = true;
  for (std::string_view lost : kHan)
    if (starts_with_word(text, lost))
      mark.style = MarkStyle::han, mark.delimiter = ',', mark.size = lost.size();
  for (std::string_view lost : kBracket)
    if (starts_with_word(text, lost)) mark.style = MarkStyle::han_paren, mark.size = lost.size();
  if (mark.size == 0) return {};
  skip_spaces(text, mark.size);
  return mark;
}

std::string path_step(MarkStyle style, int number) {
  switch (style) {
    case MarkStyle::part:
      return "第" + han_text(number) + "部分";
    case MarkStyle::han:
      return han_text(number);
    case MarkStyle::han_paren:
      return "（" + han_text(number) + "）";
    case MarkStyle::arabic:
      return std::to_string(number);
    case MarkStyle::arabic_paren:
      return "（" + std::to_string(number) + "）";
    case MarkStyle::circled:
      return number <= 20 ? to_utf8(std::u32string(1, 0x245F + number)) : std::to_string(number);
    case MarkStyle::word:
      break;
  }
  return "";
}

}  // namespace ziping
