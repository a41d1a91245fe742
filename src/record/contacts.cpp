#include "record/contacts.h"

#include "base/utf8.h"
#include "base/word_finder.h"
#include "record/person_names.h"
#include "record/phone_numbers.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace ziping {
namespace {

using namespace std::literals;

/// Words that announce a person's name.
constexpr std::u32string_view kNameCues[] = {
    U"联系人"sv, U"填报人"sv, U"填表人"sv,   U"制表人"sv,   U"经办人"sv,   U"负责人"sv,
    U"审核人"sv, U"复核人"sv, U"责任人"sv,   U"编制人"sv,   U"承办人"sv,   U"审批人"sv,
    U"报送人"sv, U"联络员"sv, U"法人代表"sv, U"代表人"sv,   U"姓名"sv,     U"组长"sv,
    U"组员"sv,   U"签字"sv,   U"签名"sv,     U"分管领导"sv, U"主管领导"sv, U"单位领导"sv};
/// Those behind which a name follows without a colon: 联系人张三.
constexpr std::size_t kPlainCues = 5;
/// What may stand between such a word and its colon.
constexpr std::u32string_view kCueTails[] = {U"姓名"sv,       U"员"sv,        U"签字"sv,   U"签名"sv,
                                             U"签章"sv,       U"盖章"sv,      U"及电话"sv, U"和电话"sv,
                                             U"及联系方式"sv, U"及联系电话"sv};
constexpr std::size_t kLongestNote = 8;  ///< characters of a note in brackets: （签字、盖章）

bool is_blank(char32_t ch) {
  return ch == U' ' || ch == U'　' || ch == U'\n';
}

/// Skips what stands between a cue and the name; `parted` tells whether a colon, a bar or a bracket does.
std::size_t skip_to_name(std::u32string_view text, std::size_t at, bool& parted) {
  parted = false;
  while (at < text.size()) {
    std::size_t before = at;
    for (std::u32string_view tail : kCueTails)
      if (text.substr(at).starts_with(tail)) at += tail.size();
    if (at < text.size() && (text[at] == U'(' || text[at] == U'（')) {
      std::size_t close = text.find_first_of(U")）", at);
      if (close != text.npos && close - at <= kLongestNote) at = close + 1, parted = true;
    }
    while (at < text.size() &&
           (is_blank(text[at]) || text[at] == U':' || text[at] == U'：' || text[at] == U'|'))
      parted |= !is_blank(text[at++]);
    if (at == before) return at;
  }
  return at;
}

void hide(std::u32string& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i)
    if (!is_blank(text[i])) text[i] = U'*';
}

/// Hides 张三、李四.
void hide_names(std::u32string& text, std::size_t at) {
  for (std::size_t end = name_end(text, at); end > at; end = name_end(text, at)) {
    hide(text, at, end);
    at = end;
    while (at < text.size() && (text[at] == U'、' || text[at] == U'/' || is_blank(text[at]))) ++at;
  }
}

void hide_names_behind_cues(std::u32string& text) {
  for (std::size_t cue = 0; cue < std::size(kNameCues); ++cue) {
    std::u32string_view word = kNameCues[cue];
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + word.size())) {
      bool parted = false;
      std::size_t name = skip_to_name(text, at + word.size(), parted);
      if (parted || cue < kPlainCues) hide_names(text, name);
    }
  }
}

bool is_mail_char(char32_t ch) {
  return is_digit(ch) || (ch >= U'a' && ch <= U'z') || (ch >= U'A' && ch <= U'Z') || ch == U'.' ||
         ch == U'_' || ch == U'-';
}

void hide_mail_names(std::u32string& text) {
  for (std::size_t at = text.find(U'@'); at != text.npos; at = text.find(U'@', at + 1)) {
    std::size_t begin = at;
    while (begin > 0 && is_mail_char(text[begin - 1])) --begin;
    if (at + 1 < text.size() && is_mail_char(text[at + 1])) hide(text, begin, at);
  }
}

/// Whether a character that begins with this byte ends a number: ASCII and Han do, dashes and brackets of
/// other blocks (— － ）) may not. Bytes inside a character end nothing.
bool ends_number(unsigned char byte) {
  return byte < 0x80 || (byte >= 0xC0 && byte != 0xE2 && byte != 0xEF);
}

/// Whether so many digits follow each other, dashes and blanks between them, that they may be a telephone
/// number.
bool has_long_number(std::string_view text) {
  int digits = 0;
  for (char c : text) {
    if (c >= '0' && c <= '9') {
      if (++digits == kShortestPhone) return true;
    } else if (c != '-' && c != ' ' && c != ')' && ends_number(static_cast<unsigned char>(c))) {
      digits = 0;
    }
  }
  return false;
}

bool has_name_cue(std::string_view text) {
  static const WordFinder kFinder = [] {
    std::vector<std::string> words;
    for (std::u32string_view word : kNameCues) words.push_back(to_utf8(word));
    return WordFinder(std::move(words));
  }();
  return kFinder.any_in(text);
}

}  // namespace

std::string without_contacts(std::string text, const FigureTest& is_figure) {
  bool mail = text.find('@') != text.npos;
  if (!mail && !has_long_number(text) && !has_name_cue(text)) return text;
  std::u32string chars = to_utf32(text);
  const std::u32string before = chars;
  for (Span phone : phone_numbers(chars, is_figure)) hide(chars, phone.begin, phone.end);
  if (mail) hide_mail_names(chars);
  hide_names_behind_cues(chars);
  return chars == before ? text : to_utf8(chars);
}

std::string without_contacts(std::string text, const DocumentResult& document) {
  return without_contacts(std::move(text), [&](std::string_view digits) {
    return std::any_of(document.mentions.begin(), document.mentions.end(), [&](const Mention& mention) {
      return mention.span.of(document.clean.text).find(digits) != std::string_view::npos;
    });
  });
}

std::string without_contacts_of_cell(std::string_view label, std::string text,
                                     const DocumentResult& document) {
  const std::string given = std::string(label) + " | " + text;
  std::string row = without_contacts(given, document);
  if (row == given) return text;
  return to_utf8(std::u32string_view(to_utf32(row)).substr(count_chars(label) + 3));
}

}  // namespace ziping
