#include "pattern/regex.h"

#include "pattern/cues.h"

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

/// The text begins with a character of three bytes.
bool begins_wide(std::string_view text) {
  return text.size() > 2 && (static_cast<unsigned char>(text[0]) & 0xF0) == 0xE0;
}

/// What a byte that continues a character holds.
unsigned six_bits(char byte) {
  return static_cast<unsigned char>(byte) & 0x3F;
}

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

}  // namespace

Regex::Regex(const std::string& re) : re_(std::make_unique<re2::RE2>(re, options())) {
  if (!re_->ok()) throw std::invalid_argument(re_->error());
  words_ = words_of(re, kFewWords);
  if (!std::all_of(words_.begin(), words_.end(), begins_wide)) words_.clear();
  if (!words_.empty()) heads_.resize(64);
  for (const auto& word : words_) heads_[six_bits(word[1])] |= std::uint64_t{1} << six_bits(word[2]);
}
Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;

bool Regex::found_in(std::string_view text) const {
  return words_.empty() ? re2::RE2::PartialMatch(piece(text), *re_) : holds_word(text);
}

bool Regex::holds_word(std::string_view text) const {
  for (std::size_t at = 0; at + 2 < text.size();) {
    if ((static_cast<unsigned char>(text[at]) & 0xF0) != 0xE0) {
      ++at;
      continue;
    }
    bool likely = (heads_[six_bits(text[at + 1])] >> six_bits(text[at + 2]) & 1) != 0;
    auto begins = [&](const std::string& word) { return text.substr(at).starts_with(word); };
    if (likely && std::any_of(words_.begin(), words_.end(), begins)) return true;
    at += 3;
  }
  return false;
}

bool Regex::matches_all_of(std::string_view text) const {
  return re2::RE2::FullMatch(piece(text), *re_);
}

std::optional<Span> Regex::find(std::string_view text, std::size_t from, int group) const {
  re2::StringPiece found[4];
  if (!re_->Match(piece(text), from, text.size(), re2::RE2::UNANCHORED, found, group + 1))
    return std::nullopt;
  if (found[group].data() == nullptr) return std::nullopt;
  auto begin = static_cast<std::size_t>(found[group].data() - text.data());
  return Span{begin, begin + found[group].size()};
}

int Regex::size() const {
  return re_->ProgramSize();
}
int Regex::groups() const {
  return re_->NumberOfCapturingGroups();
}

}  // namespace ziping
