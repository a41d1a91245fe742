#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ziping {

struct WordPart;
/// Words as their expression writes them: one of several sequences of parts.
using WordChoice = std::vector<std::vector<WordPart>>;
struct WordPart {
  std::string text;  ///< empty where it is a choice
  WordChoice choice;
  bool may_lack = false;
};

/// An expression of more words than this is not written out.
constexpr std::size_t kMostWords = 20000;

/// A regular expression that stands for words, as it is written; nothing where they are not finite or over
/// `most`. Knows literals, groups, alternation, `?` and classes of single characters.
std::optional<WordChoice> word_choice(const std::string& re, std::size_t most = kMostWords);
/// Whether one of the words is empty.
bool may_be_empty(const WordChoice& choice);
/// The same words written out, each once, in order; empty where word_choice() gives nothing.
std::vector<std::string> words_of(const std::string& re, std::size_t most = kMostWords);

/// Words of which every match of the expression holds one: 扣 and 得 for `[0-9]+分?扣|的得[0-9]`. Empty where
/// no such words can be told.
std::vector<std::string> needed_words(const std::string& re);

}  // namespace ziping
