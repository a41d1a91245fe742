#include "audit/likeness.h"

#include "base/utf8.h"

#include <algorithm>
#include <iterator>

namespace ziping {
namespace {

constexpr std::u32string_view kPlaceEnds = U"县市区镇乡村州旗省季月批期类档组站标段";

std::vector<std::u32string> pairs_of(std::string_view text) {
  std::u32string chars;
  for (char32_t ch : to_utf32(text)) {
    if (is_digit(ch) || ch == U'.' || ch == U',') {
      if (chars.empty() || chars.back() != U'#') chars.push_back(U'#');
    } else if (is_han(ch)) {
      chars.push_back(ch);
    }
  }
  std::vector<std::u32string> pairs;
  for (std::size_t i = 0; i + 1 < chars.size(); ++i) pairs.push_back(chars.substr(i, 2));
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

}  // namespace

std::u32string core_of(std::string_view words, const std::vector<std::string>& fillers) {
  std::string left(words);
  for (const std::string& filler : fillers)
    for (std::size_t at = 0; (at = left.find(filler, at)) != std::string::npos;)
      left.erase(at, filler.size());
  std::u32string core;
  for (char32_t ch : to_utf32(left))
    if (is_han(ch)) core.push_back(ch);
  std::sort(core.begin(), core.end());
  return core;
}

bool holds(const std::u32string& whole, const std::u32string& part) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

int likeness(std::string_view a, std::string_view b) {
  auto left = pairs_of(a), right = pairs_of(b);
  if (left.empty() || right.empty()) return 0;
  std::vector<std::u32string> shared;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(shared));
  return static_cast<int>(200 * shared.size() / (left.size() + right.size()));
}

std::vector<std::string> marks_of(std::string_view text, const std::vector<std::string>& levels) {
  std::vector<std::string> marks;
  for (const std::string& level : levels)
    if (text.find(level) != std::string_view::npos) marks.push_back(level);
  std::u32string chars = to_utf32(text);
  for (std::size_t i = 1; i < chars.size(); ++i)
    if (kPlaceEnds.find(chars[i]) != std::u32string_view::npos &&
        (is_han(chars[i - 1]) || is_digit(chars[i - 1])))
      marks.push_back(to_utf8(chars.substr(i - 1, 2)));
  std::sort(marks.begin(), marks.end());
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  return marks;
}

}  // namespace ziping
