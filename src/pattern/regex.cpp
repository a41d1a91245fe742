#include "pattern/regex.h"

#include "base/utf8.h"
#include "pattern/regex_words.h"

#include <re2/re2.h>
#include <algorithm>
#include <stdexcept>

namespace ziping {
namespace {

constexpr std::int64_t kMaxMemory =
    32 << 20;  ///< program and DFA cache; the default of 8 MB flushes on large alternations

re2::RE2::Options options() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMaxMemory);
  return options;
}

constexpr std::size_t kFewWords = 24;
constexpr std::size_t kFewNeeded = 4;  ///< each is looked for on its own

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

}  // namespace

Regex::Regex(std::string re) : source_(std::move(re)) {}
Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;

void Regex::check() const {
  if (!word_choice(source_)) compiled();
}

/// Finds what spares RE2 most texts.
void Regex::prepare() const {
  prepared_ = true;
  auto words = words_of(source_, kFewWords);
  bool empty = std::any_of(words.begin(), words.end(), [](const std::string& word) { return word.empty(); });
  if (!words.empty() && !empty) {
    words_ = std::make_unique<WordFinder>(std::move(words));
    return;
  }
  needed_ = needed_words(source_);
  if (needed_.size() > kFewNeeded) needed_.clear();
}

const re2::RE2& Regex::compiled() const {
  if (!re_) re_ = std::make_unique<re2::RE2>(source_, options());
  if (!re_->ok()) throw std::invalid_argument(re_->error());
  return *re_;
}

bool Regex::lacks_needed(std::string_view text) const {
  if (!prepared_) prepare();
  if (words_) return !words_->any_in(text);
  auto found = [&](const std::string& word) { return holds_word(text, word); };
  return !needed_.empty() && std::none_of(needed_.begin(), needed_.end(), found);
}

bool Regex::found_in(std::string_view text) const {
  return !lacks_needed(text) && (words_ || re2::RE2::PartialMatch(piece(text), compiled()));
}

bool Regex::matches_all_of(std::string_view text) const {
  return re2::RE2::FullMatch(piece(text), compiled());
}

std::optional<Span> Regex::find(std::string_view text, std::size_t from, int group) const {
  if (lacks_needed(text.substr(from))) return std::nullopt;
  re2::StringPiece found[4];
  if (!compiled().Match(piece(text), from, text.size(), re2::RE2::UNANCHORED, found, group + 1))
    return std::nullopt;
  if (found[group].data() == nullptr) return std::nullopt;
  auto begin = static_cast<std::size_t>(found[group].data() - text.data());
  return Span{begin, begin + found[group].size()};
}

int Regex::size() const {
  return compiled().ProgramSize();
}

}  // namespace ziping
