#include "pattern/regex_words.h"

#include "base/utf8.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace ziping {
namespace {

/// Reads an expression that stands for words, by recursive descent.
class WordReader {
 public:
  explicit WordReader(const std::string& re) : re_(re) {}

  std::optional<WordChoice> read() {
    WordChoice words = choice();
    if (failed_ || at_ != re_.size()) return std::nullopt;
    return words;
  }

 private:
  WordChoice choice() {
    WordChoice all{sequence()};
    while (!failed_ && at_ < re_.size() && re_[at_] == '|') {
      ++at_;
      all.push_back(sequence());
    }
    return all;
  }

  std::vector<WordPart> sequence() {
    std::vector<WordPart> parts;
    while (!failed_ && at_ < re_.size() && re_[at_] != '|' && re_[at_] != ')') {
      parts.push_back(part());
      if (at_ >= re_.size()) break;
      if (re_[at_] == '*' || re_[at_] == '+' || re_[at_] == '{') failed_ = true;
      parts.back().may_lack = re_[at_] == '?';
      if (parts.back().may_lack) ++at_;
    }
    return parts;
  }

  WordPart part() {
    if (re_[at_] == '(') return {"", group(), false};
    if (re_[at_] == '[') return {"", char_class(), false};
    std::string_view run = literal_run();
    failed_ |= run.empty();
    at_ += run.size();
    return {std::string(run), {}, false};
  }

  /// The plain characters from here on; of several not the last where a quantifier is behind it.
  std::string_view literal_run() const {
    constexpr std::string_view kSpecial = "\\.*+{}^$?()[]|";
    std::size_t end = std::min(re_.find_first_of(kSpecial, at_), re_.size());
    bool quantified = end < re_.size() && std::string_view("?*+{").find(re_[end]) != std::string_view::npos;
    std::size_t last = end;
    for (bool inside = quantified; inside && last > at_;) inside = (re_[--last] & 0xC0) == 0x80;
    return std::string_view(re_).substr(at_, (last > at_ ? last : end) - at_);
  }

  WordChoice group() {
    ++at_;
    if (re_.compare(at_, 2, "?:") == 0) at_ += 2;
    WordChoice words = choice();
    failed_ |= at_ >= re_.size() || re_[at_] != ')';
    ++at_;
    return words;
  }

  WordChoice char_class() {
    WordChoice chars;
    for (++at_; !failed_ && at_ < re_.size() && re_[at_] != ']';) {
      failed_ = std::string_view("^\\-[").find(re_[at_]) != std::string_view::npos;
      std::string word;
      append_utf8(word, next_char(re_, at_));
      chars.push_back({{word, {}, false}});
    }
    failed_ |= chars.empty() || at_ >= re_.size();
    ++at_;
    return chars;
  }

  const std::string& re_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

/// How many words a choice stands for, the same ones counted again; `most` and one where they are more.
std::size_t count_words(const WordChoice& choice, std::size_t most) {
  std::size_t all = 0;
  for (const auto& sequence : choice) {
    std::size_t count = 1;
    for (const WordPart& part : sequence)
      count = std::min(count * ((part.text.empty() ? count_words(part.choice, most) : 1) + part.may_lack),
                       most + 1);
    all = std::min(all + count, most + 1);
  }
  return all;
}

using Words = std::vector<std::string>;

/// Adds to each head each word of a choice.
Words expand(const WordChoice& choice, const Words& heads) {
  Words all;
  for (const auto& sequence : choice) {
    Words words = heads;
    for (const WordPart& part : sequence) {
      Words longer;
      if (part.text.empty())
        longer = expand(part.choice, words);
      else
        for (const std::string& word : words) longer.push_back(word + part.text);
      if (part.may_lack) longer.insert(longer.end(), words.begin(), words.end());
      words = std::move(longer);
    }
    all.insert(all.end(), std::move_iterator(words.begin()), std::move_iterator(words.end()));
  }
  return all;
}

/// Finds what an expression cannot do without, by recursive descent.
class NeedReader {
 public:
  explicit NeedReader(const std::string& re) : re_(re) {}

  std::vector<std::string> read() {
    Words words = alternatives();
    return at_ == re_.size() ? words : Words();
  }

 private:
  using Words = std::vector<std::string>;  ///< one of them is needed; none where nothing is

  Words alternatives() {
    Words all = sequence();
    bool each = !all.empty();
    while (at_ < re_.size() && re_[at_] == '|') {
      ++at_;
      Words more = sequence();
      each = each && !more.empty();
      all.insert(all.end(), more.begin(), more.end());
    }
    return each ? all : Words();
  }

  /// Of a sequence the part that says most: of the fewest words, then of the longest.
  Words sequence() {
    Words best, run;
    while (at_ < re_.size() && re_[at_] != '|' && re_[at_] != ')') {
      bool literal = is_literal();
      Words next = atom();
      Repeat repeat = quantifier();
      if (repeat == Repeat::may_lack) next.clear();
      bool joins = literal && next.size() == 1 && run.size() == 1;
      run = joins ? Words{run.front() + next.front()} : next;
      if (says_more(run, best)) best = run;
      if (!literal || repeat != Repeat::once) run.clear();
    }
    return best;
  }

  static bool says_more(const Words& words, const Words& than) {
    if (words.empty() || than.empty()) return !words.empty();
    if (words.size() != than.size()) return words.size() < than.size();
    return words.front().size() > than.front().size();
  }

  bool is_literal() const { return std::string_view("([.^$\\").find(re_[at_]) == std::string_view::npos; }

  Words atom() {
    if (re_[at_] == '(') return group();
    if (re_[at_] == '[') return char_class();
    if (!is_literal()) {
      at_ += re_[at_] == '\\' && at_ + 1 < re_.size() ? 2 : 1;
      return {};
    }
    std::string word;
    append_utf8(word, next_char(re_, at_));
    return {word};
  }

  Words group() {
    at_ += re_.compare(at_, 3, "(?:") == 0 ? 3 : 1;
    Words words = alternatives();
    if (at_ < re_.size()) ++at_;
    return words;
  }

  Words char_class() {
    at_ += re_.compare(at_, 2, "[^") == 0 ? 2 : 1;
    if (at_ < re_.size() && re_[at_] == ']') ++at_;
    for (; at_ < re_.size() && re_[at_] != ']'; ++at_)
      if (re_[at_] == '\\') ++at_;
    if (at_ < re_.size()) ++at_;
    return {};
  }

  enum class Repeat { once, may_lack, more };

  /// Passes over a quantifier.
  Repeat quantifier() {
    if (at_ >= re_.size() || std::string_view("?*+{").find(re_[at_]) == std::string_view::npos)
      return Repeat::once;
    bool lacks = re_[at_] == '?' || re_[at_] == '*' || re_.compare(at_, 2, "{0") == 0 ||
                 re_.compare(at_, 2, "{,") == 0;
    if (re_[at_] == '{') at_ = std::min(re_.find('}', at_), re_.size() - 1);
    ++at_;
    if (at_ < re_.size() && re_[at_] == '?') ++at_;
    return lacks ? Repeat::may_lack : Repeat::more;
  }

  const std::string& re_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::string> needed_words(const std::string& re) {
  for (std::size_t at = re.find("(?"); at != std::string::npos; at = re.find("(?", at + 1))
    if (re.compare(at, 3, "(?:") != 0) return {};  // flags: the case of letters may not matter
  return NeedReader(re).read();
}

std::optional<WordChoice> word_choice(const std::string& re, std::size_t most) {
  std::optional<WordChoice> words = WordReader(re).read();
  std::size_t count = words ? count_words(*words, most) : 0;
  return count > 0 && count <= most ? words : std::nullopt;
}

bool may_be_empty(const WordChoice& choice) {
  auto lacks = [](const WordPart& part) {
    return part.may_lack || (part.text.empty() && may_be_empty(part.choice));
  };
  return std::any_of(choice.begin(), choice.end(), [&](const auto& sequence) {
    return std::all_of(sequence.begin(), sequence.end(), lacks);
  });
}

std::vector<std::string> words_of(const std::string& re, std::size_t most) {
  std::optional<WordChoice> choice = word_choice(re, most);
  if (!choice) return {};
  Words words = expand(*choice, {""});
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  return words;
}

}  // namespace ziping
