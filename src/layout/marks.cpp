#include "layout/marks.h"

#include "base/utf8.h"

#include <algorithm>
#include <span>

namespace ziping {
namespace {

constexpr std::u32string_view kHanNumerals = U"一二三四五六七八九十百";
constexpr std::u32string_view kSentenceEnds = U"。！？；：!?;:";
constexpr std::u32string_view kClosers = U"”’\"'」』》）)】］]";
constexpr std::u32string_view kBullets = U"●•■□◆◇▪★☆➢·☑※";

bool one_of(char32_t ch, std::u32string_view set) {
  return set.find(ch) != std::u32string_view::npos;
}

bool is_blank(char32_t ch) {
  return ch <= U' ' || ch == 0xA0 || (ch >= 0x2000 && ch <= 0x200F) || ch == 0x3000 || ch == 0xFEFF;
}

/// Characters of `set` at the start of `text`, at most `most`.
std::size_t run_of(std::u32string_view text, std::u32string_view set, std::size_t most) {
  std::size_t at = 0;
  while (at < text.size() && at < most && one_of(text[at], set)) ++at;
  return at;
}

std::size_t digits_at(std::u32string_view text) {
  return run_of(text, U"0123456789", text.size());
}

bool begins_with(std::u32string_view text, std::u32string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

bool ends_with(std::u32string_view text, std::u32string_view suffix) {
  return text.size() >= suffix.size() && text.substr(text.size() - suffix.size()) == suffix;
}

bool ends_with_any(std::u32string_view text, std::span<const std::u32string_view> suffixes) {
  return std::any_of(suffixes.begin(), suffixes.end(),
                     [&](std::u32string_view suffix) { return ends_with(text, suffix); });
}

/// 第一部分 第3章
bool begins_with_part(std::u32string_view line) {
  if (!begins_with(line, U"第")) return false;
  line.remove_prefix(1);
  std::size_t run = std::max(run_of(line, kHanNumerals, 3), std::min<std::size_t>(digits_at(line), 2));
  return run > 0 && run < line.size() && one_of(line[run], U"部章节篇条");
}

/// 一、 十二. 一．
bool begins_with_han_mark(std::u32string_view line) {
  std::size_t run = run_of(line, kHanNumerals, 3);
  return run > 0 && run < line.size() && one_of(line[run], U"、.．");
}

/// （一） (12) 1) 一)
bool begins_with_bracket_mark(std::u32string_view line) {
  if (!line.empty() && one_of(line[0], U"(（")) line.remove_prefix(1);
  std::size_t run = std::max(run_of(line, kHanNumerals, 3), std::min<std::size_t>(digits_at(line), 2));
  return run > 0 && run < line.size() && one_of(line[run], U")）");
}

/// 1. 1、 1.1.2 1.2023年; not 2.5万人.
bool begins_with_digit_mark(std::u32string_view line) {
  std::size_t run = digits_at(line);
  if (run == 0 || run > 2 || run >= line.size() || !one_of(line[run], U".、")) return false;
  if (line[run] == U'、') return run + 1 < line.size() && !is_digit(line[run + 1]);
  std::u32string_view rest = line.substr(run + 1);
  std::size_t more = digits_at(rest);
  if (more == 0) return true;
  if (more == 4) return rest.size() > 4 && rest[4] == U'年';
  return more <= 2 && more < rest.size() && rest[more] == U'.' && !is_date(line);
}

bool begins_with_sign(std::u32string_view line) {
  if (line.empty()) return false;
  char32_t ch = line[0];
  return (ch >= 0x2460 && ch <= 0x249B) || (ch >= 0x3220 && ch <= 0x3229) || one_of(ch, kBullets);
}

/// 附件 附件5 附表2： but not 附件所列….
bool begins_with_annex(std::u32string_view line) {
  if (!begins_with(line, U"附件") && !begins_with(line, U"附表")) return false;
  return line.size() == 2 || is_digit(line[2]) || one_of(line[2], kHanNumerals) || one_of(line[2], U"：:");
}

bool is_page_dash(char32_t ch) {
  return one_of(ch, U"-—–―－─―一_~～·•.|*=〈〉<>《》");
}

/// The digits of `text` at `at`, with the letters an OCR layer puts for them.
std::optional<int> page_digits(std::u32string_view text, std::size_t& at) {
  int number = 0;
  std::size_t begin = at;
  for (; at < text.size() && at - begin < 4; ++at) {
    char32_t ch = text[at];
    if (!is_digit(ch) && !one_of(ch, U"lIO")) break;
    number = number * 10 + (is_digit(ch) ? static_cast<int>(ch - U'0') : ch != U'O');
  }
  if (at == begin) return std::nullopt;
  return number;
}

}  // namespace

std::u32string squeezed(std::u32string_view line) {
  std::u32string out;
  out.reserve(line.size());
  for (char32_t ch : line) {
    if (is_blank(ch)) continue;
    bool alphanumeric =
        (ch >= 0xFF10 && ch <= 0xFF19) || ch == U'．' || ch == U'％' || ch == U'－' || ch == U'／';
    out.push_back(alphanumeric ? ch - 0xFEE0 : ch);
  }
  return out;
}

bool begins_with_mark(std::u32string_view line) {
  return begins_with_part(line) || begins_with_han_mark(line) || begins_with_bracket_mark(line) ||
         begins_with_digit_mark(line) || begins_with_sign(line) || begins_with_annex(line);
}

bool begins_with_label(std::u32string_view line) {
  std::size_t colon = line.substr(0, 16).find_first_of(U"：:");
  if (colon == std::u32string_view::npos || colon < 2) return false;
  std::u32string_view label = line.substr(0, colon);
  for (char32_t ch : label)
    if (!is_han(ch) && !one_of(ch, U"、（）()/")) return false;
  return !ends_with(label, U"其中") && !ends_with(label, U"如下") && !ends_with(label, U"包括") &&
         !ends_with(label, U"分别为");
}

bool ends_sentence(std::u32string_view line) {
  while (!line.empty() && one_of(line.back(), kClosers)) line.remove_suffix(1);
  return !line.empty() && one_of(line.back(), kSentenceEnds);
}

bool ends_open(std::u32string_view line) {
  return !line.empty() && one_of(line.back(), U"、，,（(《“〔[");
}

bool begins_mid_sentence(std::u32string_view line) {
  return !line.empty() && one_of(line[0], U"的，。、；：）》】〕”！？%％");
}

bool is_bare_heading(std::u32string_view line) {
  return line.size() <= 60 && begins_with_mark(line) && line.find_first_of(U"，,。；;：:") == line.npos;
}

bool is_title(std::u32string_view line) {
  static constexpr std::u32string_view kEnds[] = {U"报告",   U"报告书", U"自评表", U"评价表",
                                                  U"目标表", U"情况表", U"报告）", U"报告)"};
  if (line.size() < 4 || line.size() > 40 || line.find_first_of(U"，,。；;：:") != line.npos) return false;
  return ends_with_any(line, kEnds);
}

bool is_office(std::u32string_view line) {
  static constexpr std::u32string_view kEnds[] = {U"局", U"厅", U"委员会", U"政府", U"中心", U"办公室"};
  return line.size() > 3 && ends_with_any(line, kEnds);
}

bool is_date(std::u32string_view line) {
  constexpr std::u32string_view kDateDigits = U"0123456789〇○零一二三四五六七八九十";
  std::size_t digits = 0, separators = 0;
  for (char32_t ch : line) {
    if (one_of(ch, kDateDigits)) {
      ++digits;
    } else if (one_of(ch, U"年月日./-")) {
      ++separators;
    } else {
      return false;
    }
  }
  return digits >= 5 && digits <= 12 && separators >= 2 && one_of(line[0], kDateDigits);
}

bool is_bracketed(std::u32string_view line) {
  if (line.size() < 3 || !one_of(line.front(), U"(（") || !one_of(line.back(), U")）")) return false;
  return line.substr(1, line.size() - 2).find_first_of(U"()（）") == line.npos;
}

bool is_figure(std::u32string_view line) {
  std::size_t run = run_of(line, U"0123456789.,%％‰≥≤＝=<>-—/+", line.size());
  return run > 0 && line.size() - run <= 2 && !(line.size() > run && one_of(line[run], U"。；，、日月"));
}

std::optional<PageNumber> read_page_number(std::u32string_view line) {
  PageNumber page;
  std::size_t printed = line.size();
  while (!line.empty() && is_page_dash(line.front())) line.remove_prefix(1);
  bool opened = line.size() < printed;
  bool closed = !line.empty() && is_page_dash(line.back());
  while (!line.empty() && is_page_dash(line.back())) line.remove_suffix(1);

  std::size_t at = begins_with(line, U"第") ? 1 : 0;
  bool word = at == 1;
  auto number = page_digits(line, at);
  if (!number) return std::nullopt;
  if (word) {
    if (at >= line.size() || line[at] != U'页') return std::nullopt;
    ++at;
  }
  std::size_t total_at = at;
  while (total_at < line.size() && one_of(line[total_at], U"/]|,，、共")) ++total_at;
  if (total_at > at) {
    at = total_at;
    if (!page_digits(line, at)) return std::nullopt;
    if (at < line.size() && line[at] == U'页') ++at;
  }
  if (at != line.size()) return std::nullopt;
  page.number = *number;
  page.decorated = word || (opened && closed);
  return page;
}

}  // namespace ziping
