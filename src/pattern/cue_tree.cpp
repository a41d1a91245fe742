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
  std::uint32_t farthest = 0;  // end of the hits so far
  for (std::size_t begin = filter.next(text, 0); begin < text.size();) {
    std::size_t at = begin, first_hit = hits.size();
    char32_t ch = next_char(text, at);
    std::size_t next = at;
    for (std::uint32_t node = ch < kFirst ? first[ch] : 0; node != 0;) {
      for (std::uint32_t i = rows[node].first_cue; i < rows[node + 1].first_cue; ++i)
        hits.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at), cues[i]});
      node = at < text.size() ? child(node, next_char(text, at)) : 0;
    }
    std::uint32_t end = hits.size() > first_hit ? hits.back().end : 0;
    for (std::size_t i = hits.size(); i-- > first_hit;)
      if (lies_in_other(hits, i, hits[i].end > farthest ? first_hit : 0))
        hits.erase(hits.begin() + static_cast<std::ptrdiff_t>(i));
    farthest = std::max(farthest, end);
    begin = filter.next(text, next);
  }
}

/// A hit inside another one of its cue says nothing more; asked of those from `from` on. `hits` are by
/// rising begin: what begins more than a longest word before a hit cannot reach its end.
bool CueTree::lies_in_other(const std::vector<CueHit>& hits, std::size_t index, std::size_t from) const {
  const CueHit& inner = hits[index];
  for (std::size_t i = hits.size(); i-- > from && hits[i].begin + longest > inner.begin;)
    if (i != index && hits[i].cue == inner.cue && hits[i].end >= inner.end) return true;
  return false;
}

}  // namespace ziping
