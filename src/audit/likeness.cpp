#include "audit/likeness.h"

#include "base/utf8.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr std::u32string_view kPlaceEnds = U"县市区镇乡村州旗省季月批期类档组站标段";

/// A text without fillers, taken out in their order. What is taken out may bring another one together.
std::string without_fillers(std::string_view text, const Fillers& fillers) {
  std::string left(text);
  std::vector<std::string> present;
  fillers.finder.find(text, [&](const std::string& filler) {
    present.push_back(filler);
    return false;
  });
  if (present.empty()) return left;
  for (const std::string& filler : fillers.words) {
    bool whole = left.size() == text.size();
    if (whole && std::find(present.begin(), present.end(), filler) == present.end()) continue;
    for (std::size_t at = 0; (at = find_word(left, filler, at)) != std::string::npos;)
      left.erase(at, filler.size());
  }
  return left;
}

}  // namespace

std::u32string core_of(std::string_view words, const Fillers& fillers) {
  std::u32string core;
  for (char32_t ch : to_utf32(without_fillers(words, fillers)))
    if (is_han(ch)) core.push_back(ch);
  std::sort(core.begin(), core.end());
  return core;
}

bool holds(const std::u32string& whole, const std::u32string& part) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

Frame frame_of(std::string_view text) {
  Frame frame;
  std::uint64_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    char32_t ch = next_char(text, at);
    bool digit = is_digit(ch) || ch == U'.' || ch == U',';
    if (digit) ch = U'#';
    if ((!digit && !is_han(ch)) || (digit && last == U'#')) continue;
    if (last != 0) frame.push_back(last << 32 | ch);
    last = ch;
  }
  std::sort(frame.begin(), frame.end());
  return frame;
}

int likeness(const Frame& a, const Frame& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t shared = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    shared += *i == *j;
    bool left = *i <= *j, right = *j <= *i;
    i += left;
    j += right;
  }
  return static_cast<int>(200 * shared / (a.size() + b.size()));
}

std::vector<std::string> marks_of(std::string_view text, const WordFinder& levels) {
  std::vector<std::string> marks;
  levels.find(text, [&](const std::string& level) {
    marks.push_back(level);
    return false;
  });
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
