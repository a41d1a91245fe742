#include "pattern/cues.h"

#include "base/utf8.h"
#include "base/word_filter.h"
#include "pattern/regex.h"
#include "pattern/regex_words.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>

namespace ziping {

/// A tree of the words' characters: the first one by table, the others by short lists.
struct CueMatcher::Tree {
  struct Child {
    char32_t ch;
    std::uint32_t node;
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

  static std::uint64_t bit_of(char32_t ch) { return std::uint64_t{1} << (ch & 63); }

  /// The tree while it grows along the expressions: words that begin alike are never written out.
  class Growth {
   public:
    Growth() { nodes_.reserve(kNodes); }

    void add(std::uint32_t cue, const WordChoice& words) {
      Nodes ends = grow(words, {0});
      std::sort(ends.begin(), ends.end());
      ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
      for (std::uint32_t node : ends)
        if (node != 0) ends_.push_back({node, cue});
    }

    void finish(Tree& tree) {
      tree.first = std::move(first_);
      tree.rows.assign(nodes_.size() + 1, {});
      place_children(tree);
      place_cues(tree);
      tree.filter = WordFilter(ends_.size());
      for (std::uint32_t node = nodes_[0].first_child; node != 0; node = nodes_[node].next_sibling)
        add_heads(tree, node, "");
    }

   private:
    static constexpr std::size_t kNodes = 1 << 17;  ///< room that is not moved while the tree grows
    using Nodes = std::vector<std::uint32_t>;
    struct Node {
      char32_t ch = 0;
      std::uint32_t bytes = 0;  ///< of the words up to here
      std::uint32_t next_sibling = 0, first_child = 0;
    };
    struct End {
      std::uint32_t node, cue;
    };

    /// The nodes where the words end that go on from `nodes`.
    Nodes grow(const WordChoice& choice, const Nodes& nodes) {
      Nodes all;
      for (const auto& sequence : choice) {
        Nodes ends = nodes;
        for (const WordPart& part : sequence) {
          Nodes longer = part.text.empty() ? grow(part.choice, ends) : grow(part.text, ends);
          if (part.may_lack) longer.insert(longer.end(), ends.begin(), ends.end());
          ends = std::move(longer);
        }
        all.insert(all.end(), ends.begin(), ends.end());
      }
      return all;
    }

    Nodes grow(std::string_view text, Nodes nodes) {
      for (std::size_t at = 0; at < text.size();) {
        std::size_t begin = at;
        char32_t ch = next_char(text, at);
        for (std::uint32_t& node : nodes) node = child(node, ch, static_cast<std::uint32_t>(at - begin));
      }
      return nodes;
    }

    std::uint32_t child(std::uint32_t parent, char32_t ch, std::uint32_t bytes) {
      bool from_root = parent == 0 && ch < kFirst;
      std::uint32_t node = from_root ? first_[ch] : nodes_[parent].first_child;
      while (node != 0 && nodes_[node].ch != ch) node = nodes_[node].next_sibling;
      if (node != 0) return node;
      node = static_cast<std::uint32_t>(nodes_.size());
      bytes += nodes_[parent].bytes;
      nodes_.push_back({ch, bytes, std::exchange(nodes_[parent].first_child, node), 0});
      if (from_root) first_[ch] = node;
      return node;
    }

    /// Puts the children of each node beside each other, in the order of their bits.
    void place_children(Tree& tree) const {
      tree.children.reserve(nodes_.size());
      auto by_bit = [](Child a, Child b) { return (a.ch & 63) < (b.ch & 63); };
      for (std::uint32_t parent = 0; parent < nodes_.size(); ++parent) {
        auto begin = static_cast<std::ptrdiff_t>(tree.children.size());
        Row& row = tree.rows[parent];
        row.first_child = static_cast<std::uint32_t>(begin);
        for (std::uint32_t node = nodes_[parent].first_child; node != 0; node = nodes_[node].next_sibling) {
          tree.children.push_back({nodes_[node].ch, node});
          row.child_bits |= bit_of(nodes_[node].ch);
        }
        std::sort(tree.children.begin() + begin, tree.children.end(), by_bit);
      }
      tree.rows.back().first_child = static_cast<std::uint32_t>(tree.children.size());
    }

    /// Puts the cues of each node beside each other, in the order in which they were added.
    void place_cues(Tree& tree) const {
      for (const End& end : ends_) {
        ++tree.rows[end.node + 1].first_cue;
        tree.longest = std::max<std::size_t>(tree.longest, nodes_[end.node].bytes);
      }
      for (std::size_t i = 1; i < tree.rows.size(); ++i) tree.rows[i].first_cue += tree.rows[i - 1].first_cue;
      std::vector<std::uint32_t> filled(nodes_.size());
      tree.cues.resize(ends_.size());
      for (const End& end : ends_) tree.cues[tree.rows[end.node].first_cue + filled[end.node]++] = end.cue;
    }

    /// Tells the filter how words go on from a node: as far as it looks at them.
    void add_heads(Tree& tree, std::uint32_t node, std::string head) const {
      append_utf8(head, nodes_[node].ch);
      bool ends = tree.rows[node].first_cue < tree.rows[node + 1].first_cue;
      if (ends || head.size() >= WordFilter::kLooksAt) tree.filter.add(head);
      if (head.size() >= WordFilter::kLooksAt) return;
      for (std::uint32_t i = nodes_[node].first_child; i != 0; i = nodes_[i].next_sibling)
        add_heads(tree, i, head);
    }

    std::vector<Node> nodes_ = std::vector<Node>(1);                         ///< the root is 0
    std::vector<std::uint32_t> first_ = std::vector<std::uint32_t>(kFirst);  ///< children of the root
    std::vector<End> ends_;
  };

  std::optional<Growth> growth = Growth();
  std::vector<Infinite> infinite;
  WordFilter filter;
  std::vector<std::uint32_t> first;  ///< node of each first character of the BMP; 0 for none
  std::vector<Child> children;
  std::vector<std::uint32_t> cues;
  std::vector<Row> rows;    ///< for each node, and one more
  std::size_t longest = 0;  ///< bytes of the longest word

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
  if (std::optional<WordChoice> words = word_choice(re)) {
    tree_->growth->add(index, *words);
  } else {
    tree_->infinite.push_back({index, Regex(re)});
  }
}

void CueMatcher::compile() {
  tree_->growth->finish(*tree_);
  tree_->growth.reset();
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
