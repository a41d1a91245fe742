#pragma once

#include "base/span.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// A place where a cue's words stand.
struct CueHit {
  std::uint32_t begin = 0, end = 0;  ///< bytes
  std::uint32_t cue = 0;             ///< index given to CueMatcher::add
};

/// A word as an OCR layer misreads it: wherever a cue holds it, these forms are heard too. They are no words
/// of the language: no cue holds them.
struct Confusion {
  std::string text;
  std::vector<std::string> read;  ///< not empty
};

/// Finds the words of many cues in one pass. Cues are regular expressions of RE2; those that stand
/// for a finite set of words (nearly all) make one tree, which unlike RE2::Set says where
/// they stand; the rest run one by one. Hits of a cue that lie inside a longer hit of it are left out.
class CueMatcher {
 public:
  explicit CueMatcher(std::vector<Confusion> confusions = {});
  ~CueMatcher();
  CueMatcher(CueMatcher&&) noexcept;
  CueMatcher& operator=(CueMatcher&&) noexcept;

  /// Adds a checked cue. `index` comes back in its hits. Throws std::invalid_argument where it cannot be
  /// heard as it is misread.
  void add(std::uint32_t index, const std::string& re);
  /// Ends adding; find() may be called from then on.
  void compile();
  /// Puts all hits in `text` into `hits`, by rising end. Offsets are from the start of `text`.
  void find(std::string_view text, std::vector<CueHit>& hits) const;
  /// The same for a part of a text; offsets are from the start of the text.
  void find(std::string_view text, Span part, std::vector<CueHit>& hits) const;

 private:
  struct Cues;
  std::unique_ptr<Cues> cues_;
};

}  // namespace ziping
