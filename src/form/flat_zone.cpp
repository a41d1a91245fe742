#include "form/flat_zone.h"

#include "base/utf8.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr int kLinesAbove = 3, kLinesBelow = 4;
/// A line further from its neighbour than this belongs to another header.
constexpr int kLineGap = 2;
/// Words overlap where they share this much of a character.
constexpr float kOverlap = 0.3F;
/// Half ems; a longer word is none of a header.
constexpr int kProse = 40;
constexpr float kWholeCell = 0.5F;
constexpr float kBracket = 0.3F;
constexpr float kWord = 0.02F;

/// Words that stand over each other.
struct Stack {
  float left = 0, right = 0;
  std::vector<int> words;
  ColumnRole role = ColumnRole::none;
};

std::vector<Stack> stacks_of(const std::vector<FlatWord>& words, WordRange range) {
  std::vector<Stack> stacks;
  for (int at = range.begin; at < range.end; ++at) {
    const FlatWord& word = words[static_cast<std::size_t>(at)];
    Stack merged{word.left, word.right, {at}, ColumnRole::none};
    for (std::size_t other = 0; other < stacks.size();) {
      Stack& stack = stacks[other];
      if (std::min(stack.right, word.right) - std::max(stack.left, word.left) < kOverlap) {
        ++other;
        continue;
      }
      merged.left = std::min(merged.left, stack.left);
      merged.right = std::max(merged.right, stack.right);
      merged.words.insert(merged.words.end(), stack.words.begin(), stack.words.end());
      stacks.erase(stacks.begin() + static_cast<std::ptrdiff_t>(other));
    }
    std::sort(merged.words.begin(), merged.words.end());
    stacks.push_back(std::move(merged));
  }
  std::sort(stacks.begin(), stacks.end(), [](const Stack& a, const Stack& b) { return a.left < b.left; });
  return stacks;
}

std::string text_of(const std::vector<FlatWord>& words, const Stack& stack) {
  std::string text;
  for (int at : stack.words) text += words[static_cast<std::size_t>(at)].text;
  return text;
}

/// Joins the pieces of a cell that have drifted apart: 自评得 | 分, one beside the other.
void join_drifted(const std::vector<FlatWord>& words, std::vector<Stack>& stacks, HeaderReader& headers) {
  for (std::size_t at = 0; at + 1 < stacks.size(); ++at) {
    Stack &stack = stacks[at], &next = stacks[at + 1];
    if (stack.role != ColumnRole::none || next.role != ColumnRole::none) continue;
    bool upper = stack.words.front() < next.words.front();
    const Stack &first = upper ? stack : next, &second = upper ? next : stack;
    bool same_line = words[static_cast<std::size_t>(first.words.back())].line ==
                     words[static_cast<std::size_t>(second.words.front())].line;
    ColumnRole role = headers.role_of(text_of(words, first) + text_of(words, second));
    if (same_line || role == ColumnRole::none) continue;
    Stack joint{first.left, first.right, first.words, role};
    joint.words.insert(joint.words.end(), second.words.begin(), second.words.end());
    stack = std::move(joint);
    stacks.erase(stacks.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  }
}

struct Reading {
  float score = 0;
  std::vector<Stack> stacks;
};

/// Reads the words of some lines as header cells.
Reading read_stacks(const std::vector<FlatWord>& words, WordRange range, HeaderReader& headers) {
  Reading reading{0, stacks_of(words, range)};
  float first = -1;
  for (Stack& stack : reading.stacks) stack.role = headers.role_of(text_of(words, stack));
  join_drifted(words, reading.stacks, headers);
  for (Stack& stack : reading.stacks) {
    bool twice = std::any_of(reading.stacks.begin(), reading.stacks.end(), [&](const Stack& other) {
      return &other < &stack && other.role == stack.role && stack.role != ColumnRole::none;
    });
    if (stack.role != ColumnRole::none && first < 0) first = stack.left;
    if (stack.role != ColumnRole::none) {
      std::string text = text_of(words, stack);
      reading.score += (twice ? 1.0F : 4.0F) - kWord * static_cast<float>(stack.words.size());
      if (ends_header(text)) reading.score += kWholeCell;
      if (text.ends_with("）")) reading.score += kBracket;
    } else {
      bool formula = std::all_of(stack.words.begin(), stack.words.end(), [&](int at) {
        return is_formula_piece(words[static_cast<std::size_t>(at)].text);
      });
      if (!formula) reading.score -= first < 0 ? 0.5F : 2.5F;
    }
  }
  return reading;
}

}  // namespace

bool is_formula_piece(std::string_view text) {
  if (text.find("元") != text.npos) return false;  // （万元） is a unit
  if (text.starts_with("（") && text.ends_with("）") && half_ems(text) <= kProse) return true;
  bool bracket = false, letter = false;
  for (std::size_t at = 0; at < text.size();) {
    char32_t ch = next_char(text, at);
    bracket = bracket || ch == U'（' || ch == U'）';
    letter = letter || (ch >= U'A' && ch <= U'C');
    if (std::u32string_view(U"（）ABC/×*%1032分").find(ch) == std::u32string_view::npos) return false;
  }
  return bracket && (letter || text == "）" || text == "（" || text == "分）");
}

std::optional<FlatZone> zone_at(const std::vector<FlatWord>& words, const std::vector<FlatLine>& lines,
                                int line, HeaderReader& headers) {
  auto at = [&](int index) -> const FlatLine& { return lines[static_cast<std::size_t>(index)]; };
  int known = 0;
  for (int word = at(line).words.begin; word < at(line).words.end; ++word)
    known += headers.role_of(std::string(words[static_cast<std::size_t>(word)].text)) != ColumnRole::none;
  if (known < 2) return std::nullopt;
  int count = static_cast<int>(lines.size());
  auto is_body = [&](int index) {
    WordRange range = at(index).words;
    return std::any_of(words.begin() + range.begin, words.begin() + range.end, [&](const FlatWord& word) {
      bool figure = word.text.front() >= '0' && word.text.front() <= '9' && word.text.size() > 1;
      return figure || half_ems(word.text) > kProse;
    });
  };
  auto near = [&](int a, int b, int added) {
    return a >= 0 && b < count && !is_body(added) && at(a).page == at(b).page &&
           at(b).line - at(a).line <= kLineGap;
  };
  Reading best;
  FlatZone zone;
  for (int first = line; first >= line - kLinesAbove && (first == line || near(first, first + 1, first));
       --first)
    for (int last = line; last <= line + kLinesBelow && (last == line || near(last - 1, last, last));
         ++last) {
      Reading reading = read_stacks(words, {at(first).words.begin, at(last).words.end}, headers);
      if (reading.score <= best.score) continue;
      best = std::move(reading);
      zone.first_line = first;
      zone.end_line = last + 1;
    }
  std::vector<int> side;
  for (const Stack& stack : best.stacks) {
    if (stack.role == ColumnRole::none || stack.role == ColumnRole::number) {
      if (zone.header.cells.empty()) side.insert(side.end(), stack.words.begin(), stack.words.end());
      continue;
    }
    zone.header.cells.push_back({stack.role, stack.words});
    zone.left.push_back(stack.left);
    zone.right.push_back(stack.right);
  }
  auto kind = headers.kind_of(zone.header.cells);
  if (!kind && zone.header.cells.size() == 3 && zone.header.cells.front().role == ColumnRole::goal_target) {
    // 年度总体目标 beside 预期目标 | 实际完成情况.
    side = zone.header.cells.front().words;
    zone.header.cells.erase(zone.header.cells.begin());
    zone.left.erase(zone.left.begin());
    zone.right.erase(zone.right.begin());
    kind = headers.kind_of(zone.header.cells);
  }
  if (!kind) return std::nullopt;
  zone.header.kind = *kind;
  HeaderCell& front = zone.header.cells.front();
  auto twins = std::count_if(zone.header.cells.begin(), zone.header.cells.end(),
                             [&](const HeaderCell& cell) { return cell.role == front.role; });
  // 年度预算数 over the labels, before 年初预算 and 调整后预算数.
  if (*kind == FlatKind::funds && twins > 1) front.role = ColumnRole::source;
  zone.header.side = std::move(side);
  zone.header.words = {at(zone.first_line).words.begin, at(zone.end_line - 1).words.end};
  zone.page = at(line).page;
  return zone;
}

}  // namespace ziping
