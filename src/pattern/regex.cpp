#include "pattern/regex.h"

#include <re2/re2.h>
#include <stdexcept>
#include <vector>

namespace ziping {
namespace {

constexpr std::int64_t kMaxMemory = 32 << 20;  ///< program and DFA cache; the default of 8 MB flushes on large alternations

re2::RE2::Options options() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kMaxMemory);
  return options;
}

re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

}  // namespace

Regex::Regex(const std::string& re) : re_(std::make_unique<re2::RE2>(re, options())) {
  if (!re_->ok()) throw std::invalid_argument(re_->error());
}
Regex::~Regex() = default;
Regex::Regex(Regex&&) noexcept = default;
Regex& Regex::operator=(Regex&&) noexcept = default;

bool Regex::found_in(std::string_view text) const { return re2::RE2::PartialMatch(piece(text), *re_); }

bool Regex::matches_all_of(std::string_view text) const { return re2::RE2::FullMatch(piece(text), *re_); }

std::optional<Span> Regex::find(std::string_view text, std::size_t from, int group) const {
  re2::StringPiece found[4];
  if (!re_->Match(piece(text), from, text.size(), re2::RE2::UNANCHORED, found, group + 1)) return std::nullopt;
  if (found[group].data() == nullptr) return std::nullopt;
  auto begin = static_cast<std::size_t>(found[group].data() - text.data());
  return Span{begin, begin + found[group].size()};
}

int Regex::size() const { return re_->ProgramSize(); }
int Regex::groups() const { return re_->NumberOfCapturingGroups(); }

}  // namespace ziping
