#pragma once

#include "base/word_filter.h"
#include "pattern/cues.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace ziping {

/// The words of cues by their characters: the first one by table, the others by short lists. CueGrowth makes
/// it. Misread words lead to the node of the word that they are.
struct CueTree {
  struct Child {
    char32_t ch;
    std::uint32_t node;
  };
  struct Row {
    std::uint64_t child_bits =
        0;  ///< a bit for each low six bits of a child's character: most texts end here
    std::uint32_t first_child = 0, first_cue = 0;
  };
  static constexpr std::size_t kFirst = 0x10000;

  static std::uint64_t bit_of(char32_t ch) { return std::uint64_t{1} << (ch & 63); }

  /// Adds the hits in a text, but those of a cue that lie inside a longer one of it.
  void find(std::string_view text, std::vector<CueHit>& hits) const;

  WordFilter filter;
  std::vector<std::uint32_t> first;  ///< node of each first character of the BMP; 0 for none
  std::vector<Child> children;
  std::vector<std::uint32_t> cues;
  std::vector<Row> rows;      ///< for each node, and one more
  std::size_t cue_count = 0;  ///< all cues are below

 private:
  std::uint32_t child(std::uint32_t parent, char32_t ch) const;
};

}  // namespace ziping
