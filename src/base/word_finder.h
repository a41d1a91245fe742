#pragma once

#include "base/utf8.h"
#include "base/word_filter.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ziping {

/// Finds which of some words stand in a text, in one pass over it however many they are.
class WordFinder {
 public:
  /// Words are not empty.
  explicit WordFinder(std::vector<std::string> words) : words_(std::move(words)), filter_(words_.size()) {
    for (const std::string& word : words_) filter_.add(word);
  }

  /// True where `take(word)` is for one of the words, asked at every place where one stands.
  template <typename Take>
  bool find(std::string_view text, Take take) const {
    for (std::size_t at = filter_.next(text, 0); at < text.size(); at = filter_.next(text, at)) {
      for (const std::string& word : words_)
        if (starts_with_word(text.substr(at), word) && take(word)) return true;
      next_char(text, at);
    }
    return false;
  }
  bool any_in(std::string_view text) const {
    return find(text, [](const std::string&) { return true; });
  }

 private:
  std::vector<std::string> words_;
  WordFilter filter_;
};

}  // namespace ziping
