#pragma once

#include "base/word_filter.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ziping {

/// Words of a pattern file, asked at every character of a text: a question looks only at the words
/// that share their first (last) three bytes with it.
class WordList {
 public:
  void push_back(std::string word);

  /// Bytes of the longest word that begins (ends) `text`; 0 where none does.
  std::size_t prefix(std::string_view text) const;
  std::size_t suffix(std::string_view text) const;
  /// A word stands anywhere in `text`.
  bool occurs_in(std::string_view text) const;
  /// `text` is a word.
  bool has(std::string_view text) const;
  /// How many different words stand in `text`.
  int count_in(std::string_view text) const;
  /// The longest word that ends `text`, by its place in the list; nothing where none does.
  std::optional<std::size_t> last_in(std::string_view text) const;
  /// The places in the list of the words that begin with the same three bytes as `text`, or have fewer.
  std::vector<std::size_t> alike(std::string_view text) const;
  /// The places in the list of all words that stand in `text`, rising.
  std::vector<std::size_t> all_in(std::string_view text) const;

 private:
  struct Entry {
    std::uint32_t key;  ///< three bytes of the word: the first, or the last ones
    std::uint32_t index;
  };
  using Bucket = std::vector<Entry>;  ///< longest words first
  using Buckets = std::array<Bucket, 256>;

  /// The longest word at the head of `text`; words_.size() where there is none.
  std::size_t longest_at(std::string_view text) const;
  std::size_t longest_before(std::string_view text) const;
  void sort_in(Bucket& bucket, Entry entry);

  static constexpr std::size_t kUsual = 200;  ///< words of a long list

  std::vector<std::string> words_;
  WordFilter filter_{kUsual};
  Buckets by_head_, by_tail_;
  Bucket short_;  ///< of fewer than three bytes: XX
};

/// What a pattern file says of words, found by them. `Entry` has a member `text`.
template <typename Entry>
class WordTable {
 public:
  void push_back(Entry entry) {
    words_.push_back(entry.text);
    entries_.push_back(std::move(entry));
  }

  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }
  /// The entry with the longest word that ends `text`, the first of equal ones; null where none does.
  const Entry* last_in(std::string_view text) const {
    auto index = words_.last_in(text);
    return index ? &entries_[*index] : nullptr;
  }
  /// Calls `take` for each entry whose word begins with the same character as `text`, the longest first.
  template <typename Take>
  void alike(std::string_view text, Take take) const {
    for (std::size_t index : words_.alike(text)) take(entries_[index]);
  }
  /// Calls `take` for each entry whose word stands in `text`, in their order.
  template <typename Take>
  void all_in(std::string_view text, Take take) const {
    for (std::size_t index : words_.all_in(text)) take(entries_[index]);
  }

 private:
  std::vector<Entry> entries_;
  WordList words_;
};

}  // namespace ziping
