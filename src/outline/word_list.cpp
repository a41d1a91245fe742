#include "outline/word_list.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr std::size_t kKey = 3;  // bytes of a Han character

std::size_t key_of(const char* bytes) {
  auto at = [&](int i) { return static_cast<unsigned char>(bytes[i]); };
  return (at(0) ^ (at(1) * 7U) ^ (at(2) * 13U)) & 0xFF;
}

bool is_start(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
}

}  // namespace

void WordList::sort_in(std::vector<std::uint16_t>& bucket, std::size_t index) {
  auto shorter = [&](std::uint16_t other) { return words_[other].size() < words_[index].size(); };
  bucket.insert(std::find_if(bucket.begin(), bucket.end(), shorter), static_cast<std::uint16_t>(index));
}

void WordList::push_back(std::string word) {
  std::size_t index = words_.size();
  words_.push_back(std::move(word));
  const std::string& added = words_.back();
  if (added.size() < kKey) return sort_in(short_, index);
  sort_in(by_head_[key_of(added.data())], index);
  sort_in(by_tail_[key_of(added.data() + added.size() - kKey)], index);
}

std::size_t WordList::longest_at(std::string_view text) const {
  if (text.size() >= kKey)
    for (std::uint16_t index : by_head_[key_of(text.data())])
      if (text.starts_with(words_[index])) return index;
  for (std::uint16_t index : short_)
    if (!words_[index].empty() && text.starts_with(words_[index])) return index;
  return words_.size();
}

std::size_t WordList::prefix(std::string_view text) const {
  std::size_t index = longest_at(text);
  return index < words_.size() ? words_[index].size() : 0;
}

std::size_t WordList::suffix(std::string_view text) const {
  if (text.size() >= kKey)
    for (std::uint16_t index : by_tail_[key_of(text.data() + text.size() - kKey)])
      if (text.ends_with(words_[index])) return words_[index].size();
  for (std::uint16_t index : short_)
    if (text.ends_with(words_[index])) return words_[index].size();
  return 0;
}

bool WordList::occurs_in(std::string_view text) const {
  for (std::size_t at = 0; at < text.size(); ++at)
    if (is_start(text[at]) && longest_at(text.substr(at)) < words_.size()) return true;
  return false;
}

bool WordList::has(std::string_view text) const {
  if (text.size() >= kKey) return prefix(text) == text.size();
  return std::any_of(short_.begin(), short_.end(),
                     [&](std::uint16_t index) { return words_[index] == text; });
}

int WordList::count_in(std::string_view text) const {
  std::vector<bool> seen(words_.size());
  for (std::size_t at = 0; at < text.size(); ++at)
    if (std::size_t index; is_start(text[at]) && (index = longest_at(text.substr(at))) < words_.size())
      seen[index] = true;
  return static_cast<int>(std::count(seen.begin(), seen.end(), true));
}

}  // namespace ziping
