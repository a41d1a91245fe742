#include "pattern/cues.h"

#include "base/utf8.h"
#include "base/word_filter.h"
#include "pattern/regex.h"
#include "pattern/regex_words.h"

#include <algorithm>
#include <bit>
#include <utility>

namespace ziping {

/// A tree of the words' characters: the first one by table, the others by short lists.
struct CueMatcher::Tree {
  struct Child {
    char32_t ch;
    std::uint32_t node;
  };
  struct Edge {
    std::uint32_t parent;
    Child child;
  };
  struct Row {
    std::uint64_t child_bits =
        0;  ///< a bit for each low six bits of a child's character: most texts end here
    std::uint32_t first_child = 0, first_cue = 0;
  };
  struct Infinite {
    std::uint32_t cue;
    Regex re;
  };
  static constexpr std::size_t kFirst = 0x10000;

  std::vector<std::pair<std::string, std::uint32_t>> words;  ///< with their cues, while words are added
  std::vector<Infinite> infinite;
  WordFilter filter;
  std::vector<std::uint32_t> first;  ///< node of each first character of the BMP; 0 for none
  std::vector<Child> children;
  std::vector<std::uint32_t> cues;
  std::vector<Row> rows;    ///< for each node, and one more
  std::size_t longest = 0;  ///< bytes of the longest word

  void add(std::uint32_t cue, std::string word) {
    if (word.empty()) return;
    longest = std::max(longest, word.size());
    words.emplace_back(std::move(word), cue);
  }

  void compile() {
    std::sort(words.begin(), words.end());
    filter = WordFilter(words.size());
    for (const auto& [word, cue] : words) filter.add(word);
    place(make_nodes());
    words = {};
    first.assign(kFirst, 0);
    for (std::uint32_t i = 0; i < rows[1].first_child; ++i)
      if (children[i].ch < kFirst) first[children[i].ch] = children[i].node;
  }

  /// Numbers the nodes and gives them their cues: each word shares its first nodes with the one before it, so
  /// that numbers rise and `cues` are in order.
  std::vector<Edge> make_nodes() {
    struct Step {
      std::uint32_t node;
      std::size_t end;  // bytes of the word up to here
    };
    std::vector<Edge> edges;
    std::vector<Step> path{{0, 0}};  // of the last word, from the root
    std::string_view last;
    rows.assign(1, {});
    for (const auto& [word, cue] : words) {
      auto shared = std::mismatch(word.begin(), word.end(), last.begin(), last.end()).first - word.begin();
      while (path.back().end > static_cast<std::size_t>(shared)) path.pop_back();
      for (std::size_t at = path.back().end; at < word.size();
           path.push_back({edges.back().child.node, at})) {
        auto node = static_cast<std::uint32_t>(rows.size());
        edges.push_back({path.back().node, {next_char(word, at), node}});
        rows.push_back({0, 0, static_cast<std::uint32_t>(cues.size())});
      }
      cues.push_back(cue);
      last = word;
    }
    rows.push_back({0, 0, static_cast<std::uint32_t>(cues.size())});
    return edges;
  }

  /// Puts the children of each node beside each other, in the order of their bits.
  void place(const std::vector<Edge>& edges) {
    for (const Edge& edge : edges) ++rows[edge.parent + 1].first_child;
    for (std::size_t i = 1; i < rows.size(); ++i) rows[i].first_child += rows[i - 1].first_child;
    children.resize(edges.size());
    std::vector<std::uint32_t> filled(rows.size());
    for (const auto& [parent, child] : edges) {
      children[rows[parent].first_child + filled[parent]++] = child;
      rows[parent].child_bits |= bit_of(child.ch);
    }
    auto by_bit = [](Child a, Child b) { return (a.ch & 63) < (b.ch & 63); };
    for (std::size_t i = 0; i + 1 < rows.size(); ++i)
      if (filled[i] > 1)
        std::sort(children.begin() + rows[i].first_child, children.begin() + rows[i + 1].first_child, by_bit);
  }

  static std::uint64_t bit_of(char32_t ch) { return std::uint64_t{1} << (ch & 63); }

  /// Children stand in the order of their bits: no child before as many as there are lower bits can be it.
  std::uint32_t child(std::uint32_t parent, char32_t ch) const {
    std::uint64_t bits = rows[parent].child_bits, bit = bit_of(ch);
    if ((bits & bit) == 0) return 0;
    std::uint32_t end = rows[parent + 1].first_child;
    auto lower = static_cast<std::uint32_t>(std::popcount(bits & (bit - 1)));
    for (std::uint32_t i = rows[parent].first_child + lower; i < end; ++i)
      if (children[i].ch == ch) return children[i].node;
    return 0;
  }

  void find(std::string_view text, std::vector<CueHit>& hits) const {
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
    for (const Infinite& cue : infinite)
      for (auto found = cue.re.find(text, 0); found && !found->empty(); found = cue.re.find(text, found->end))
        hits.push_back(
            {static_cast<std::uint32_t>(found->begin), static_cast<std::uint32_t>(found->end), cue.cue});
  }

  /// A hit inside another one of its cue says nothing more; asked of those from `from` on. `hits` are by
  /// rising begin: what begins more than a longest word before a hit cannot reach its end.
  bool lies_in_other(const std::vector<CueHit>& hits, std::size_t index, std::size_t from) const {
    const CueHit& inner = hits[index];
    for (std::size_t i = hits.size(); i-- > from && hits[i].begin + longest > inner.begin;)
      if (i != index && hits[i].cue == inner.cue && hits[i].end >= inner.end) return true;
    return false;
  }
};

CueMatcher::CueMatcher() : tree_(std::make_unique<Tree>()) {}
CueMatcher::~CueMatcher() = default;
CueMatcher::CueMatcher(CueMatcher&&) noexcept = default;
CueMatcher& CueMatcher::operator=(CueMatcher&&) noexcept = default;

void CueMatcher::add(std::uint32_t index, const std::string& re) {
  auto words = words_of(re);
  if (words.empty()) tree_->infinite.push_back({index, Regex(re)});
  for (auto& word : words) tree_->add(index, std::move(word));
}

void CueMatcher::compile() {
  tree_->compile();
}

void CueMatcher::find(std::string_view text, std::vector<CueHit>& hits) const {
  hits.clear();
  tree_->find(text, hits);
  std::sort(hits.begin(), hits.end(), [](const CueHit& a, const CueHit& b) {
    auto place = [](const CueHit& hit) { return std::uint64_t{hit.end} << 32 | hit.begin; };
    return place(a) != place(b) ? place(a) < place(b) : a.cue < b.cue;
  });
}

void CueMatcher::find(std::string_view text, Span part, std::vector<CueHit>& hits) const {
  find(part.of(text), hits);
  for (CueHit& hit : hits) {
    hit.begin += static_cast<std::uint32_t>(part.begin);
    hit.end += static_cast<std::uint32_t>(part.begin);
  }
}

}  // namespace ziping
