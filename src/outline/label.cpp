#include "outline/label.h"

#include "outline/date.h"
#include "outline/scan.h"

#include <algorithm>
#include <tuple>

namespace ziping {
namespace {

constexpr std::size_t kFarColon = 90;      // bytes: no label stands farther from its line's start
constexpr std::size_t kLongestPrefix = 8;  // characters before the first label of a line: 市级, 1.

using Label = OutlineWords::Label;

/// Bytes of `line` that spell `label`, spaces between its characters allowed; 0 where they do not.
std::size_t spelled(std::string_view line, std::string_view label) {
  std::size_t at = 0, read = 0;
  for (; read < label.size() && at < line.size(); ++at) {
    if (line[at] == label[read])
      ++read;
    else if (line[at] != ' ')
      return 0;
  }
  return read == label.size() ? at : 0;
}

/// One character lost or misread.
bool one_off(std::u32string_view head, std::u32string_view label) {
  if (head.size() > label.size() || head.size() + 1 < label.size()) return false;
  std::size_t front = 0;
  while (front < head.size() && head[front] == label[front]) ++front;
  std::size_t back = 0;
  while (back < head.size() - front && head[head.size() - 1 - back] == label[label.size() - 1 - back]) ++back;
  return front + back + (head.size() == label.size() ? 1 : 0) >= head.size();
}

/// A label of four or more characters that the words before a colon were, before OCR.
const Label* label_like(std::string_view head, const OutlineWords& words) {
  if (head.size() < 6 || head.size() > 30) return nullptr;
  std::u32string chars = to_utf32(head);
  for (const Label& label : words.labels) {
    if (label.text.size() < 12) continue;
    bool alike =
        chars.front() == char_at(label.text, 0) || chars.back() == char_before(label.text, label.text.size());
    if (!alike) continue;
    bool tail = chars.size() >= 3 && std::string_view(label.text).ends_with(head);
    if (tail || (chars.size() >= 3 && one_off(chars, to_utf32(label.text)))) return &label;
  }
  return head == "日期" ? words.labels.last_in("填报日期") : nullptr;
}

/// The words before a colon, brackets at their end and spaces between Han left out:
/// 项目 单位（公章） -> 项目单位.
std::string head_of(std::string_view line, std::size_t from, std::size_t colon) {
  return scan::joined(scan::without_tail_groups(scan::trim(line.substr(from, colon - from))));
}

/// Where a label that ends before the colon begins, spaces inside it counted.
std::size_t begin_of(std::string_view line, std::size_t colon, const Label& label) {
  std::size_t at = line.rfind(scan::head(label.text, 1), colon);
  for (std::size_t end = at; at != line.npos && at > 0; at = line.rfind(scan::head(label.text, 1), end - 1)) {
    if (head_of(line, at, colon) == label.text) break;
    end = at;
  }
  return at == line.npos ? 0 : at;
}

/// The first colon of a line at or after `at`: its place and size.
std::pair<std::size_t, std::size_t> next_colon(std::string_view line, std::size_t at) {
  std::size_t wide = find_word(line, "：", at), narrow = line.find(':', at);
  if (wide < narrow) return {wide, 3};
  return {narrow, 1};
}

bool short_prefix(std::string_view head, const Label& label) {
  std::string_view prefix = head.substr(0, head.size() - label.text.size());
  return scan::at_most(prefix, kLongestPrefix) && !scan::has_sentence_mark(prefix);
}

/// The label before the first colon.
const Label* first_label(std::string_view head, const OutlineWords& words) {
  const Label* exact = words.labels.last_in(head);
  if (exact && short_prefix(head, *exact)) return exact;
  return label_like(head, words);
}

/// A label and a comma that was a colon: `填报日期，2024.3.25`.
bool find_with_comma(std::string_view line, const OutlineWords& words, std::vector<FoundLabel>& found) {
  for (std::string_view comma : {"，", ",", "；", "、", "."}) {
    std::size_t at = scan::head(line, 14).find(comma);
    if (at == line.npos) continue;
    std::string head = head_of(line, 0, at);
    const Label* label = words.labels.last_in(head);
    if (!label || head.size() > label->text.size() || head.size() < 12) continue;
    if (!scan::at_most(line, 60) || scan::has_sentence_mark(line.substr(at + comma.size()), false)) continue;
    found.push_back({label, 0, at + comma.size()});
    return true;
  }
  return false;
}

/// A label at the start of a line without colon: alone in its cell, or before a blank or a bracket.
void find_bare(std::string_view line, const OutlineWords& words, std::vector<FoundLabel>& found) {
  const Label* label = nullptr;
  std::size_t size = 0;
  words.labels.alike(line, [&](const Label& candidate) {
    if (std::size_t bytes = spelled(line, candidate.text); bytes > size) label = &candidate, size = bytes;
  });
  if (!label) return;
  std::string_view rest = line.substr(size);
  bool cell = rest.empty() || scan::group_prefix(rest) || rest[0] == ' ' || rest[0] == '|' || rest[0] == '\t';
  if (!cell && label->text.size() < 12) return;
  if (!scan::at_most(rest, 60) || scan::has_sentence_mark(rest)) return;
  found.push_back({label, 0, size});
}

}  // namespace

std::vector<FoundLabel> find_labels(std::string_view line, const OutlineWords& words) {
  std::vector<FoundLabel> found;
  std::size_t from = 0;
  for (auto [at, size] = next_colon(line, 0); at != line.npos;
       std::tie(at, size) = next_colon(line, at + size)) {
    if (from == 0 && at > kFarColon) break;
    std::string head = head_of(line, from, at);
    const Label* label = from == 0 ? first_label(head, words) : words.labels.last_in(head);
    if (!label) continue;
    found.push_back({label, from == 0 ? 0 : begin_of(line, at, *label), at + size});
    from = at + size;
  }
  if (found.empty() && !find_with_comma(line, words, found)) find_bare(line, words, found);
  return found;
}

bool has_label(std::string_view line, const OutlineWords& words) {
  return !find_labels(line, words).empty();
}

bool is_year_line(std::string_view line) {
  if (scan::opening(line)) line.remove_prefix(scan::opening(line));
  if (scan::closing(line)) line.remove_suffix(scan::closing(line));
  line = scan::trim(line);
  auto years = find_years(line);
  if (years.empty()) return false;
  std::size_t used = years.back().span.end + (years.back().fiscal ? 3 : 0);
  return years.front().span.begin == 0 && used == line.size();
}

namespace {

/// Characters that are drawn where a value is to be written.
std::string_view trim_blanks(std::string_view value) {
  for (bool again = true; again;) {
    value = scan::trim(value);
    again = false;
    for (std::string_view blank :
         {"_", "＿", "—", "-", "：", ":", "，", ",", "。", "；", ".", "、", "|", "~"}) {
      if (starts_with_word(value, blank)) value.remove_prefix(blank.size()), again = true;
      if (ends_with_word(value, blank)) value.remove_suffix(blank.size()), again = true;
    }
  }
  return value;
}

bool anonymous(std::string_view value) {
  for (std::string_view mask : {"XX", "xx", "××", "**", "＊＊", "○○", "XＸ", "某某"})
    if (value.find(mask) != value.npos) return true;
  return false;
}

/// （公章）, 公章), (盖章 at the start of a value.
std::size_t seal_prefix(std::string_view value, const OutlineWords& words) {
  std::size_t group = scan::group_prefix(value);
  if (group && words.placeholders.occurs_in(scan::inside(value.substr(0, group)))) return group;
  std::size_t open = scan::opening(value);
  std::size_t word = words.placeholders.prefix(value.substr(open));
  if (word == 0) return 0;
  std::string_view rest = value.substr(open + word);
  std::size_t close = rest.size() >= 3 && scan::closing(rest.substr(0, 3))
                          ? 3
                          : !rest.empty() && scan::closing(rest.substr(0, 1));
  return open || close || rest.empty() ? open + word + close : 0;
}

std::string_view without_seals(std::string_view value, const OutlineWords& words) {
  while (std::size_t seal = seal_prefix(value, words)) value = trim_blanks(value.substr(seal));
  for (std::size_t group; (group = scan::group_suffix(value)) < value.size();) {
    if (!words.placeholders.occurs_in(scan::inside(value.substr(group)))) break;
    value = trim_blanks(value.substr(0, group));
  }
  return value;
}

/// A bracket that the next line closes: 某县水利局（一
std::string_view without_open_bracket(std::string_view value) {
  std::size_t open = value.rfind("（");
  bool cut =
      open != value.npos && open > 0 && value.find("）", open) == value.npos && value.size() - open <= 12;
  return cut ? trim_blanks(value.substr(0, open)) : value;
}

}  // namespace

std::string cover_value(std::string_view value, const OutlineWords& words) {
  value = without_open_bracket(without_seals(trim_blanks(value), words));
  if (anonymous(value) || words.placeholders.has(value)) return "";
  return scan::joined(value);
}

}  // namespace ziping
