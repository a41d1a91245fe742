#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
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

 private:
  using Buckets = std::array<std::vector<std::uint16_t>, 256>;
  /// The longest word at the head of `text`; npos where there is none.
  std::size_t longest_at(std::string_view text) const;
  void sort_in(std::vector<std::uint16_t>& bucket, std::size_t index);

  std::vector<std::string> words_;
  Buckets by_head_, by_tail_;         ///< longest words first
  std::vector<std::uint16_t> short_;  ///< of fewer than three bytes: XX
};

}  // namespace ziping
