#include "outline/word_list.h"

#include "base/utf8.h"

#include <algorithm>

namespace ziping {
namespace {

constexpr std::size_t kKey = 3;  // bytes of a Han character

std::uint32_t key_of(const char* bytes) {
  auto at = [&](int i) { return std::uint32_t{static_cast<unsigned char>(bytes[i])}; };
  return at(0) << 16 | at(1) << 8 | at(2);
}

/// Of the key's bytes those that differ between Han characters.
std::size_t bucket_of(std::uint32_t key) {
  return (key ^ key >> 7) & 0xFF;
}

}  // namespace

void WordList::sort_in(Bucket& bucket, Entry entry) {
  auto shorter = [&](Entry other) { return words_[other.index].size() < words_[entry.index].size(); };
  bucket.insert(std::find_if(bucket.begin(), bucket.end(), shorter), entry);
}

void WordList::push_back(std::string word) {
  auto index = static_cast<std::uint32_t>(words_.size());
  words_.push_back(std::move(word));
  const std::string& added = words_.back();
  if (!added.empty()) filter_.add(added);
  if (added.size() < kKey) return sort_in(short_, {0, index});
  std::uint32_t head = key_of(added.data()), tail = key_of(added.data() + added.size() - kKey);
  sort_in(by_head_[bucket_of(head)], {head, index});
  sort_in(by_tail_[bucket_of(tail)], {tail, index});
}

std::size_t WordList::longest_at(std::string_view text) const {
  if (text.size() >= kKey) {
    std::uint32_t key = key_of(text.data());
    for (Entry entry : by_head_[bucket_of(key)])
      if (entry.key == key && text.starts_with(words_[entry.index])) return entry.index;
  }
  for (Entry entry : short_)
    if (!words_[entry.index].empty() && text.starts_with(words_[entry.index])) return entry.index;
  return words_.size();
}

std::size_t WordList::longest_before(std::string_view text) const {
  if (text.size() >= kKey) {
    std::uint32_t key = key_of(text.data() + text.size() - kKey);
    for (Entry entry : by_tail_[bucket_of(key)])
      if (entry.key == key && text.ends_with(words_[entry.index])) return entry.index;
  }
  for (Entry entry : short_)
    if (text.ends_with(words_[entry.index])) return entry.index;
  return words_.size();
}

std::size_t WordList::prefix(std::string_view text) const {
  std::size_t index = longest_at(text);
  return index < words_.size() ? words_[index].size() : 0;
}

std::size_t WordList::suffix(std::string_view text) const {
  std::size_t index = longest_before(text);
  return index < words_.size() ? words_[index].size() : 0;
}

std::optional<std::size_t> WordList::last_in(std::string_view text) const {
  std::size_t index = longest_before(text);
  return index < words_.size() && !words_[index].empty() ? std::optional(index) : std::nullopt;
}

bool WordList::occurs_in(std::string_view text) const {
  for (std::size_t at = filter_.next(text, 0); at < text.size(); at = filter_.next(text, at)) {
    if (longest_at(text.substr(at)) < words_.size()) return true;
    next_char(text, at);
  }
  return false;
}

bool WordList::has(std::string_view text) const {
  if (text.size() >= kKey) return prefix(text) == text.size();
  return std::any_of(short_.begin(), short_.end(), [&](Entry entry) { return words_[entry.index] == text; });
}

int WordList::count_in(std::string_view text) const {
  std::vector<bool> seen(words_.size());
  for (std::size_t at = filter_.next(text, 0); at < text.size(); at = filter_.next(text, at)) {
    if (std::size_t index = longest_at(text.substr(at)); index < words_.size()) seen[index] = true;
    next_char(text, at);
  }
  return static_cast<int>(std::count(seen.begin(), seen.end(), true));
}

std::vector<std::size_t> WordList::alike(std::string_view text) const {
  std::vector<std::size_t> found;
  if (text.size() >= kKey) {
    std::uint32_t key = key_of(text.data());
    for (Entry entry : by_head_[bucket_of(key)])
      if (entry.key == key) found.push_back(entry.index);
  }
  for (Entry entry : short_) found.push_back(entry.index);
  return found;
}

std::vector<std::size_t> WordList::all_in(std::string_view text) const {
  std::vector<std::size_t> found;
  auto take = [&](const Bucket& bucket, std::string_view rest) {
    for (Entry entry : bucket)
      if (starts_with_word(rest, words_[entry.index])) found.push_back(entry.index);
  };
  for (std::size_t at = filter_.next(text, 0); at < text.size(); at = filter_.next(text, at)) {
    std::string_view rest = text.substr(at);
    if (rest.size() >= kKey) take(by_head_[bucket_of(key_of(rest.data()))], rest);
    take(short_, rest);
    next_char(text, at);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace ziping
