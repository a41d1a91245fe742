#include "form/flat_goals.h"

#include "base/utf8.h"

#include <algorithm>
#include <set>
#include <utility>

namespace ziping {
namespace {

constexpr float kReportWord = 0.5F;
constexpr float kSentence = 0.25F;
constexpr float kShortLine = 0.15F;
/// Likeness and signs together from which a place is sure.
constexpr float kSure = 0.8F;
constexpr int kUnsure = 50;

bool begins_report(std::string_view text) {
  for (std::string_view word : {"截至", "截止", "已", "完成", "实际", "全年完成", "均已"})
    if (text.starts_with(word)) return true;
  return false;
}

std::set<std::pair<char32_t, char32_t>> pairs_of(std::string_view text) {
  std::set<std::pair<char32_t, char32_t>> pairs;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    char32_t ch = next_char(text, at);
    if (before != 0) pairs.emplace(before, ch);
    before = ch;
  }
  return pairs;
}

/// Share of the shorter text's pairs of characters that the other has too, times how alike in length
/// they are.
float likeness(std::string_view a, std::string_view b) {
  auto first = pairs_of(a), second = pairs_of(b);
  if (first.empty() || second.empty()) return 0;
  if (first.size() > second.size()) first.swap(second);
  auto shared =
      std::count_if(first.begin(), first.end(), [&](const auto& pair) { return second.contains(pair); });
  return static_cast<float>(shared) / static_cast<float>(second.size());
}

}  // namespace

GoalTexts part_goals(const std::vector<FlatWord>& words, const std::vector<int>& body) {
  auto word = [&](std::size_t at) -> const FlatWord& { return words[static_cast<std::size_t>(body[at])]; };
  GoalTexts goals;
  std::size_t cut = body.size();
  float best = 0;
  std::string before;
  for (std::size_t at = 0; at < body.size(); ++at) {
    if (at > 0) {
      std::string after;
      for (std::size_t next = at; next < body.size(); ++next) after += word(next).text;
      float score = likeness(before, after);
      if (begins_report(word(at).text)) score += kReportWord;
      if (word(at - 1).text.ends_with("。")) score += kSentence;
      if (word(at).opens_line && half_ems(word(at - 1).text) + 6 < half_ems(word(at).text))
        score += kShortLine;
      if (!word(at).opens_line) score -= kSentence;
      if (score > best) {
        best = score;
        cut = at;
      }
    }
    before += word(at).text;
  }
  goals.target.assign(body.begin(), body.begin() + static_cast<std::ptrdiff_t>(cut));
  goals.actual.assign(body.begin() + static_cast<std::ptrdiff_t>(cut), body.end());
  if (best < kSure) goals.confidence = kUnsure;
  return goals;
}

}  // namespace ziping
