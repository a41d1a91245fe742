#pragma once

#include "base/span.h"
#include "base/word_finder.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace re2 {
class RE2;
}

namespace ziping {

/// An RE2 expression, compiled when it is first asked for. The one place that knows RE2's string type, which
/// changed in 2023. Of one thread.
class Regex {
 public:
  explicit Regex(std::string re);
  ~Regex();
  Regex(Regex&&) noexcept;
  Regex& operator=(Regex&&) noexcept;

  /// Throws std::invalid_argument with RE2's message for a bad expression, as the others below do.
  void check() const;

  bool found_in(std::string_view text) const;
  bool matches_all_of(std::string_view text) const;
  /// The first match at or after byte `from`, in bytes of `text`. With `group` the span of that group.
  std::optional<Span> find(std::string_view text, std::size_t from, int group = 0) const;
  /// Instructions of the compiled program.
  int size() const;

 private:
  void prepare() const;
  bool lacks_needed(std::string_view text) const;
  const re2::RE2& compiled() const;

  std::string source_;
  mutable bool prepared_ = false;
  mutable std::unique_ptr<re2::RE2> re_;
  mutable std::unique_ptr<WordFinder>
      words_;  ///< of an expression that stands for a few words: found_in looks for them
  mutable std::vector<std::string> needed_;  ///< one of these stands in every match
};

}  // namespace ziping
