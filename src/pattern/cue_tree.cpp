#include "pattern/cue_tree.h"

#include "base/utf8.h"

#include <algorithm>
#include <bit>

namespace ziping {

/// Children stand in the order of their bits: no child before as many as there are lower bits can be it.
std::uint32_t CueTree::child(std::uint32_t parent, char32_t ch) const {
  std::uint64_t bits = rows[parent].child_bits, bit = bit_of(ch);
  if ((bits & bit) == 0) return 0;
  std::uint32_t end = rows[parent + 1].first_child;
  auto lower = static_cast<std::uint32_t>(std::popcount(bits & (bit - 1)));
  for (std::uint32_t i = rows[parent].first_child + lower; i < end; ++i)
    if (children[i].ch == ch) return children[i].node;
  return 0;
}

void CueTree::find(std::string_view text, std::vector<CueHit>& hits) const {
  std::vector<std::uint32_t> reach(cue_count);  // of each cue: where its hits so far end
  for (std::size_t begin = filter.next(text, 0); begin < text.size();) {
    std::size_t at = begin, first_hit = hits.size();
    char32_t ch = next_char(text, at);
    std::size_t next = at;
    for (std::uint32_t node = ch < kFirst ? first[ch] : 0; node != 0;) {
      for (std::uint32_t i = rows[node].first_cue; i < rows[node + 1].first_cue; ++i)
        hits.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at), cues[i]});
      node = at < text.size() ? child(node, next_char(text, at)) : 0;
    }
    for (std::size_t i = hits.size(); i-- > first_hit;) {  // the longest first
      if (hits[i].end > reach[hits[i].cue])
        reach[hits[i].cue] = hits[i].end;
      else  // inside another hit of its cue it says nothing more
        hits.erase(hits.begin() + static_cast<std::ptrdiff_t>(i));
    }
    begin = filter.next(text, next);
  }
}

}  // namespace ziping
