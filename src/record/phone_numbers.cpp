#include "record/phone_numbers.h"

#include "base/utf8.h"

#include <algorithm>
#include <string>

namespace ziping {
namespace {

using namespace std::literals;

constexpr std::u32string_view kCues[] = {U"电话"sv, U"手机"sv, U"传真"sv, U"联系方式"sv, U"号码"sv,
                                         U"座机"sv, U"Tel"sv,  U"TEL"sv,  U"tel"sv};
constexpr std::u32string_view kAfterCue = U" 　:：|\n【[（(";
constexpr std::u32string_view kBetween = U" 　、/，,；;|】])）";  ///< between two numbers of one cue
constexpr std::size_t kMostGroups = 4;

/// Digits in groups that a dash, a blank or a bracket parts.
struct Number {
  std::size_t begin = 0, end = 0;
  std::vector<std::u32string_view> groups;
  bool dashed = false;  ///< a dash or a bracket parts two of them

  std::size_t digits() const {
    std::size_t sum = 0;
    for (std::u32string_view group : groups) sum += group.size();
    return sum;
  }
};

std::size_t digits_end(std::u32string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

bool is_dash(char32_t ch) {
  return ch == U'-' || ch == U'－' || ch == U'—' || ch == U'–' || ch == U')' || ch == U'）';
}

/// The number that begins with the digit at `at`.
Number number_at(std::u32string_view text, std::size_t at) {
  Number number{.begin = at};
  while (number.groups.size() < kMostGroups) {
    std::size_t end = digits_end(text, at);
    number.groups.push_back(text.substr(at, end - at));
    number.end = end;
    std::size_t next = end;
    while (next < text.size() && next < end + 2 && (is_dash(text[next]) || text[next] == U' ')) ++next;
    if (next == end || next == text.size() || !is_digit(text[next])) break;
    number.dashed |= std::any_of(text.begin() + end, text.begin() + next, is_dash);
    at = next;
  }
  return number;
}

bool is_mobile_lead(std::u32string_view digits) {
  return digits.size() > 1 && digits[0] == U'1' && digits[1] >= U'3';
}

/// Whether what follows makes it a figure: a decimal point, a per cent sign, a word (元, 万, 人).
bool figure_follows(std::u32string_view text, std::size_t end) {
  if (end == text.size()) return false;
  if (text[end] == U'.' || text[end] == U',') return end + 1 < text.size() && is_digit(text[end + 1]);
  return text[end] == U'%' || is_han(text[end]);
}

bool is_mobile(std::u32string_view text, const Number& number, const FigureTest& is_figure) {
  const auto& groups = number.groups;
  if (groups.size() == 3)
    return is_mobile_lead(groups[0]) && groups[0].size() == 3 && groups[1].size() == 4 &&
           groups[2].size() == 4;
  std::u32string_view digits = groups.front();
  if (digits.size() != 11 || !is_mobile_lead(digits) || figure_follows(text, number.begin + 11)) return false;
  return !is_figure(to_utf8(digits));
}

/// 0731-88880000, with or without an extension.
bool has_area_code(const Number& number) {
  if (!number.dashed || number.groups.size() < 2) return false;
  std::u32string_view area = number.groups[0], rest = number.groups[1];
  return area.front() == U'0' && (area.size() == 3 || area.size() == 4) &&
         (rest.size() == 7 || rest.size() == 8);
}

/// 18 characters with a date of birth at the seventh: of a person, not of an office.
bool is_identity(std::u32string_view text, const Number& number) {
  std::u32string_view digits = number.groups.front();
  bool checked = digits.size() == 17 && number.begin + 17 < text.size() &&
                 (text[number.begin + 17] == U'X' || text[number.begin + 17] == U'x');
  if (digits.size() != 18 && !checked) return false;
  bool century = digits.substr(6, 2) == U"19" || digits.substr(6, 2) == U"20";
  return century && digits.substr(10, 2) >= U"01" && digits.substr(10, 2) <= U"12";
}

bool behind_cue(std::u32string_view text, std::size_t at) {
  while (at > 0 && kAfterCue.find(text[at - 1]) != kAfterCue.npos) --at;
  std::u32string_view before = text.substr(0, at);
  return std::any_of(std::begin(kCues), std::end(kCues),
                     [&](std::u32string_view cue) { return before.ends_with(cue); });
}

bool only_between(std::u32string_view text, std::size_t begin, std::size_t end) {
  return std::all_of(text.begin() + begin, text.begin() + end,
                     [](char32_t ch) { return kBetween.find(ch) != kBetween.npos; });
}

}  // namespace

std::vector<Span> phone_numbers(std::u32string_view text, const FigureTest& is_figure) {
  std::vector<Span> found;
  bool cued = false;
  std::size_t last = 0;  // end of the number before
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    Number number = number_at(text, at);
    cued = behind_cue(text, at) || (cued && only_between(text, last, at));
    bool announced = cued && number.digits() >= kShortestPhone && !figure_follows(text, number.end);
    bool decimals = at > 0 && text[at - 1] == U'.';
    if (is_identity(text, number)) {
      number.end = number.begin + 18;
      found.push_back({number.begin, number.end});
    } else if (!decimals && (announced || has_area_code(number) || is_mobile(text, number, is_figure))) {
      found.push_back({number.begin, number.end});
    } else {
      number.end = number.begin + number.groups.front().size();
    }
    last = number.end;
    at = number.end - 1;
  }
  return found;
}

}  // namespace ziping
