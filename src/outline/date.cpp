#include "outline/date.h"

#include "outline/scan.h"

#include <array>

namespace ziping {
namespace {

using scan::digits;
using scan::skip;
using scan::skip_spaces;

constexpr std::array<std::string_view, 10> kDigits = {"〇", "一", "二", "三", "四",
                                                      "五", "六", "七", "八", "九"};
constexpr std::array<std::string_view, 5> kZeros = {"零", "○", "Ο", "O", "0"};

int han_year_digit(std::string_view text, std::size_t& at) {
  for (std::size_t i = 0; i < kDigits.size(); ++i)
    if (skip(text, at, kDigits[i])) return static_cast<int>(i);
  for (std::string_view zero : kZeros)
    if (skip(text, at, zero)) return 0;
  return -1;
}

bool plausible(int year) {
  return year >= 1990 && year <= 2099;
}

/// 2024 or 二〇二四 at `at`; 0 where there is none.
int read_year(std::string_view text, std::size_t& at) {
  std::size_t end = at;
  int year = digits(text, end, 4);
  if (year < 0 && text.substr(at).starts_with("二")) {
    year = 0;
    for (int i = 0; i < 4; ++i) {
      int digit = han_year_digit(text, end);
      if (digit < 0) return 0;
      year = year * 10 + digit;
    }
  }
  if (!plausible(year)) return 0;
  at = end;
  return year;
}

/// A month or day, Arabic or Han, up to `most`; 0 where there is none.
int read_part(std::string_view text, std::size_t& at, int most) {
  std::size_t end = at;
  skip_spaces(text, end);
  int value = digits(text, end, 2);
  if (value < 0) value = scan::han_number(text, end);
  if (value < 1 || value > most) return 0;
  at = end;
  return value;
}

bool skip_separator(std::string_view text, std::size_t& at, std::string_view word) {
  std::size_t end = at;
  skip_spaces(text, end);
  for (std::string_view sep : {word, std::string_view("."), std::string_view("-"), std::string_view("/"),
                               std::string_view("．"), std::string_view("－")})
    if (skip(text, end, sep)) return at = end, true;
  return false;
}

/// 20240325 at `at`.
std::optional<PrintedDate> packed_date(std::string_view text, std::size_t at) {
  std::size_t end = at;
  int all = digits(text, end, 8);
  if (end - at != 8) return {};
  PrintedDate date{all / 10000, all / 100 % 100, all % 100, {at, end}};
  if (!plausible(date.year) || date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return {};
  return date;
}

void read_day(std::string_view text, std::size_t& at, PrintedDate& date, bool in_words) {
  std::size_t end = at;
  date.day = read_part(text, end, 31);
  // `2022年5月20 一、基本情况`: 日 is lost and a Han number that follows is no day.
  if (date.day == 0) end = at;
  if (in_words || date.day) {
    std::size_t tail = end;
    skip_spaces(text, tail);
    if (skip(text, tail, "日") || skip(text, tail, "号")) end = tail;
  }
  at = end;
}

std::optional<PrintedDate> read_date(std::string_view text, std::size_t at) {
  if (auto packed = packed_date(text, at)) return packed;
  PrintedDate date;
  date.span.begin = at;
  date.year = read_year(text, at);
  if (date.year == 0) return {};
  std::size_t after_year = at;
  skip_spaces(text, after_year);
  bool in_words = text.substr(after_year).starts_with("年");
  if (in_words && text.substr(after_year).starts_with("年度")) return {};
  if (!skip_separator(text, at, "年")) return {};
  date.month = read_part(text, at, 12);
  if (date.month == 0 && !in_words) return {};
  if (date.month) {
    std::size_t after_month = at;
    bool separated = skip_separator(text, after_month, "月");
    if (in_words && !separated) date.month = 0;
    if (separated) read_day(text, after_month, date, in_words);
    if (separated && (in_words || date.day)) at = after_month;
  }
  date.span.end = at;
  return date;
}

bool digit_before(std::string_view text, std::size_t at) {
  return is_digit(char_before(text, at));
}

}  // namespace

std::string PrintedDate::iso() const {
  auto two = [](int n) { return std::string(n < 10 ? "-0" : "-") + std::to_string(n); };
  return std::to_string(year) + (month ? two(month) : "") + (month && day ? two(day) : "");
}

namespace {

bool may_be_date(std::string_view text, std::size_t at) {
  return text[at] == '1' || text[at] == '2' ? !digit_before(text, at) : text.substr(at).starts_with("二");
}

}  // namespace

std::optional<PrintedDate> find_date(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); next_char(text, at)) {
    if (!may_be_date(text, at)) continue;
    if (auto date = read_date(text, at)) return date;
  }
  return {};
}

std::optional<PrintedDate> date_line(std::string_view line) {
  if (scan::opening(line) && scan::closing(line)) line = scan::inside(line);
  auto date = line.empty() || !may_be_date(line, 0) ? std::nullopt : read_date(line, 0);
  if (!date || date->month == 0) return {};
  std::string_view rest = scan::trim(line.substr(date->span.end));
  return rest.empty() || rest == "日" || rest == "。" ? date : std::nullopt;
}

std::vector<NamedYear> find_years(std::string_view text) {
  std::vector<NamedYear> years;
  for (std::size_t at = 0; (at = text.find("年", at)) != text.npos; at += 3) {
    std::size_t end = at;
    while (end > 0 && text[end - 1] == ' ') --end;
    for (std::size_t length : {std::size_t{4}, std::size_t{12}}) {
      if (end < length || (length == 4 && digit_before(text, end - 4))) continue;
      std::size_t begin = end - length, read = begin;
      int year = read_year(text, read);
      if (year && read == end) years.push_back({year, text.substr(at).starts_with("年度"), {begin, at + 3}});
    }
  }
  return years;
}

}  // namespace ziping
