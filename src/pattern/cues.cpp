#include "pattern/cues.h"

#include "base/utf8.h"
#include "base/word_filter.h"
#include "pattern/regex.h"
#include "pattern/regex_words.h"

#include <fmt/format.h>

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

  /// The tree while it grows along the expressions: words that begin alike are never written out. A misread
  /// word leads to the node of the word it is.
  class Growth {
   public:
    explicit Growth(std::vector<Confusion> confusions) : confusions_(std::move(confusions)) {}

    void add(std::uint32_t cue, const WordChoice& words) {
      Nodes ends = grow(words, {0});
      std::sort(ends.begin(), ends.end());
      ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
      for (std::uint32_t node : ends)
        if (node != 0) ends_.push_back({node, cue});
    }

    /// For expressions that are no words: 覆盖率 -> (?:覆盖|履盖)率.
    std::string heard(std::string re) const {
      for (const Confusion& confusion : confusions_) {
        auto group = fmt::format("(?:{}|{})", confusion.text, fmt::join(confusion.read, "|"));
        for (auto at = re.find(confusion.text); at != re.npos;
             at = re.find(confusion.text, at + group.size()))
          re.replace(at, confusion.text.size(), group);
      }
      return re;
    }

    void finish(Tree& tree) {
      std::swap(tree.first, root_);
      for (std::uint32_t& first : tree.first) first = edges_[first].node;
      tree.rows.assign(nodes_.size() + 1, {});
      place_children(tree);
      place_cues(tree);
      tree.filter = WordFilter(ends_.size());
      for (std::uint32_t edge = nodes_[0].edges; edge != 0; edge = edges_[edge].next)
        add_heads(tree, edges_[edge], "");
    }

   private:
    using Nodes = std::vector<std::uint32_t>;
    struct Node {
      std::uint32_t bytes = 0;  ///< of the words up to here
      std::uint32_t edges = 0;  ///< the last that was added
    };
    struct Edge {
      char32_t ch = 0;
      std::uint32_t node = 0;
      std::uint32_t next = 0;  ///< the one added before; 0 for none
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
          Nodes longer = part.text.empty() ? grow(part.choice, ends) : grow_text(part.text, ends);
          if (part.may_lack) longer.insert(longer.end(), ends.begin(), ends.end());
          ends = std::move(longer);
        }
        all.insert(all.end(), ends.begin(), ends.end());
      }
      return all;
    }

    Nodes grow_text(std::string_view text, Nodes nodes) {
      while (!text.empty()) {
        auto heard = std::find_if(confusions_.begin(), confusions_.end(), [&](const Confusion& confusion) {
          return starts_with_word(text, confusion.text);
        });
        std::size_t size = heard == confusions_.end() ? first_size(text) : heard->text.size();
        Nodes ends = nodes;
        for (std::uint32_t& node : ends) node = walk(node, text.substr(0, size));
        if (heard != confusions_.end())
          for (const std::string& read : heard->read) lead(nodes, read, ends);
        nodes = std::move(ends);
        text.remove_prefix(size);
      }
      return nodes;
    }

    /// Leads another way to each of the first of `ends`; where it is taken by another word, to a further end.
    void lead(const Nodes& from, const std::string& read, Nodes& ends) {
      std::size_t last = read.size();
      while ((read[--last] & 0xC0) == 0x80) {
      }
      for (std::size_t i = 0; i < from.size(); ++i) {
        std::uint32_t parent = walk(from[i], std::string_view(read).substr(0, last));
        std::size_t at = last;
        std::uint32_t& way = edge_to(parent, next_char(read, at));
        if (way == 0) way = ends[i];
        if (way != ends[i]) ends.push_back(way);
      }
    }

    static std::size_t first_size(std::string_view text) {
      std::size_t at = 0;
      next_char(text, at);
      return at;
    }

    std::uint32_t walk(std::uint32_t node, std::string_view text) {
      for (std::size_t at = 0; at < text.size();) {
        std::uint32_t bytes = nodes_[node].bytes;
        std::size_t begin = at;
        std::uint32_t& way = edge_to(node, next_char(text, at));
        if (way == 0) {
          way = static_cast<std::uint32_t>(nodes_.size());
          nodes_.push_back({bytes + static_cast<std::uint32_t>(at - begin), 0});
        }
        node = way;
      }
      return node;
    }

    /// Where an edge leads to; 0 for one that is new.
    std::uint32_t& edge_to(std::uint32_t parent, char32_t ch) {
      bool from_root = parent == 0 && ch < kFirst;
      std::uint32_t edge = from_root ? root_[ch] : nodes_[parent].edges;
      while (edge != 0 && edges_[edge].ch != ch) edge = edges_[edge].next;
      if (edge != 0) return edges_[edge].node;
      edge = static_cast<std::uint32_t>(edges_.size());
      edges_.push_back({ch, 0, std::exchange(nodes_[parent].edges, edge)});
      if (from_root) root_[ch] = edge;
      return edges_.back().node;
    }

    /// Puts the children of each node beside each other, in the order of their bits.
    void place_children(Tree& tree) const {
      tree.children.reserve(edges_.size());
      auto by_bit = [](Child a, Child b) { return (a.ch & 63) < (b.ch & 63); };
      for (std::uint32_t parent = 0; parent < nodes_.size(); ++parent) {
        auto begin = static_cast<std::ptrdiff_t>(tree.children.size());
        Row& row = tree.rows[parent];
        row.first_child = static_cast<std::uint32_t>(begin);
        for (std::uint32_t edge = nodes_[parent].edges; edge != 0; edge = edges_[edge].next) {
          tree.children.push_back({edges_[edge].ch, edges_[edge].node});
          row.child_bits |= bit_of(edges_[edge].ch);
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

    /// Tells the filter how words go on with an edge: as far as it looks at them.
    void add_heads(Tree& tree, const Edge& edge, std::string head) const {
      append_utf8(head, edge.ch);
      bool ends = tree.rows[edge.node].first_cue < tree.rows[edge.node + 1].first_cue;
      if (ends || head.size() >= WordFilter::kLooksAt) tree.filter.add(head);
      if (head.size() >= WordFilter::kLooksAt) return;
      for (std::uint32_t next = nodes_[edge.node].edges; next != 0; next = edges_[next].next)
        add_heads(tree, edges_[next], head);
    }

    std::vector<Confusion> confusions_;
    std::vector<Node> nodes_ = std::vector<Node>(1);                        ///< the root is 0
    std::vector<Edge> edges_ = std::vector<Edge>(1);                        ///< none is 0
    std::vector<std::uint32_t> root_ = std::vector<std::uint32_t>(kFirst);  ///< its edges by character
    std::vector<End> ends_;
  };

  std::optional<Growth> growth;
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

CueMatcher::CueMatcher(std::vector<Confusion> confusions) : tree_(std::make_unique<Tree>()) {
  tree_->growth.emplace(std::move(confusions));
}
CueMatcher::~CueMatcher() = default;
CueMatcher::CueMatcher(CueMatcher&&) noexcept = default;
CueMatcher& CueMatcher::operator=(CueMatcher&&) noexcept = default;

void CueMatcher::add(std::uint32_t index, const std::string& re) {
  if (std::optional<WordChoice> words = word_choice(re)) {
    tree_->growth->add(index, *words);
  } else {
    tree_->infinite.push_back({index, Regex(tree_->growth->heard(re))});
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
