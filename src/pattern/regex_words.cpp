#include "pattern/regex_words.h"

#include "base/utf8.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

namespace ziping {
namespace {

/// Expands a regular expression into its words, by recursive descent.
class Expander {
 public:
  Expander(const std::string& re, std::size_t most) : re_(re), most_(most) {}

  std::vector<std::string> expand() {
    auto words = alternatives();
    if (failed_ || at_ != re_.size()) return {};
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }

 private:
  using Words = std::vector<std::string>;

  Words alternatives() {
    Words all = sequence();
    while (!failed_ && at_ < re_.size() && re_[at_] == '|') {
      ++at_;
      Words more = sequence();
      all.insert(all.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
      check(all);
    }
    return all;
  }

  Words sequence() {
    Words words{""};
    while (!failed_ && at_ < re_.size() && re_[at_] != '|' && re_[at_] != ')') {
      if (std::string_view run = literal_run(); !run.empty()) {
        for (auto& word : words) word += run;
        at_ += run.size();
        continue;
      }
      Words next = atom();
      if (at_ < re_.size() && re_[at_] == '?') {
        ++at_;
        next.push_back("");
      }
      if (words.size() * next.size() > most_) return fail();
      words = joined(words, next);
    }
    return words;
  }

  static Words joined(const Words& heads, const Words& tails) {
    Words all;
    all.reserve(heads.size() * tails.size());
    for (const auto& head : heads)
      for (const auto& tail : tails) all.push_back(head + tail);
    return all;
  }

  /// The plain characters from here on; without the last where a quantifier is behind it.
  std::string_view literal_run() const {
    constexpr std::string_view kSpecial = "\\.*+{}^$?()[]|";
    std::size_t end = std::min(re_.find_first_of(kSpecial, at_), re_.size());
    bool quantified = end < re_.size() && std::string_view("?*+{").find(re_[end]) != std::string_view::npos;
    for (bool inside = quantified; inside && end > at_;) inside = (re_[--end] & 0xC0) == 0x80;
    return std::string_view(re_).substr(at_, end - at_);
  }

  Words atom() {
    char c = re_[at_];
    if (c == '(') return group();
    if (c == '[') return char_class();
    if (std::string_view("\\.*+{}^$?").find(c) != std::string_view::npos) return fail();
    std::string word;
    append_utf8(word, next_char(re_, at_));
    if (at_ < re_.size() && (re_[at_] == '*' || re_[at_] == '+' || re_[at_] == '{')) return fail();
    return {word};
  }

  Words group() {
    ++at_;
    if (re_.compare(at_, 2, "?:") == 0)
      at_ += 2;
    else if (at_ < re_.size() && re_[at_] == '?')
      return fail();
    Words words = alternatives();
    if (at_ >= re_.size() || re_[at_] != ')') return fail();
    ++at_;
    if (at_ < re_.size() && (re_[at_] == '*' || re_[at_] == '+' || re_[at_] == '{')) return fail();
    return words;
  }

  Words char_class() {
    Words words;
    for (++at_; at_ < re_.size() && re_[at_] != ']';) {
      if (re_[at_] == '^' || re_[at_] == '\\' || re_[at_] == '-') return fail();
      std::string word;
      append_utf8(word, next_char(re_, at_));
      words.push_back(word);
    }
    ++at_;
    if (at_ < re_.size() && (re_[at_] == '*' || re_[at_] == '+' || re_[at_] == '{')) return fail();
    return words;
  }

  void check(const Words& words) { failed_ |= words.size() > most_; }

  Words fail() {
    failed_ = true;
    return {};
  }

  const std::string& re_;
  std::size_t at_ = 0;
  std::size_t most_;
  bool failed_ = false;
};

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

std::vector<std::string> words_of(const std::string& re, std::size_t most) {
  return Expander(re, most).expand();
}

}  // namespace ziping
