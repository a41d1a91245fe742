#include "pattern/cue_growth.h"

#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace ziping {
namespace {

std::size_t size_of_first(std::string_view text) {
  std::size_t at = 0;
  next_char(text, at);
  return at;
}

std::size_t begin_of_last(std::string_view text) {
  std::size_t last = text.size() - 1;
  while (last > 0 && (text[last] & 0xC0) == 0x80) --last;
  return last;
}

}  // namespace

void CueGrowth::add(std::uint32_t cue, const WordChoice& words) {
  Nodes ends = grow(words, {0});
  std::sort(ends.begin(), ends.end());
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());
  for (std::uint32_t node : ends)
    if (node != 0) ends_.push_back({node, cue});
}

/// The nodes where the words end that go on from `nodes`.
CueGrowth::Nodes CueGrowth::grow(const WordChoice& choice, const Nodes& nodes) {
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

CueGrowth::Nodes CueGrowth::grow(std::string_view text, Nodes nodes) {
  while (!text.empty()) {
    auto heard = std::find_if(confusions_.begin(), confusions_.end(), [&](const Confusion& confusion) {
      return starts_with_word(text, confusion.text);
    });
    std::size_t size = heard == confusions_.end() ? size_of_first(text) : heard->text.size();
    Nodes ends = nodes;
    for (std::uint32_t& node : ends) node = walk(node, text.substr(0, size));
    if (heard != confusions_.end())
      for (const std::string& read : heard->read) lead(nodes, read, ends);
    nodes = std::move(ends);
    text.remove_prefix(size);
  }
  return nodes;
}

/// Leads a second way from each node to where the word itself has led.
void CueGrowth::lead(const Nodes& from, const std::string& read, const Nodes& to) {
  std::size_t last = begin_of_last(read);
  for (std::size_t i = 0; i < from.size(); ++i) {
    std::uint32_t parent = walk(from[i], std::string_view(read).substr(0, last));
    std::size_t at = last;
    Edge& edge = edge_to(parent, next_char(read, at));
    if (edge.node != 0 && edge.node != to[i])
      throw std::invalid_argument(fmt::format("another cue holds {}, which is a misread word", read));
    edge.node = to[i];
    edge.misread = true;
  }
}

std::uint32_t CueGrowth::walk(std::uint32_t node, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t begin = at;
    Edge& edge = edge_to(node, next_char(text, at));
    if (edge.misread)
      throw std::invalid_argument(
          fmt::format("it holds a misread word that ends in {}", text.substr(begin, at - begin)));
    if (edge.node == 0) {
      edge.node = static_cast<std::uint32_t>(nodes_.size());
      nodes_.push_back(0);
    }
    node = edge.node;
  }
  return node;
}

CueGrowth::Edge& CueGrowth::edge_to(std::uint32_t parent, char32_t ch) {
  bool from_root = parent == 0 && ch < CueTree::kFirst;
  std::uint32_t edge = from_root ? root_[ch] : nodes_[parent];
  while (edge != 0 && edges_[edge].ch != ch) edge = edges_[edge].next;
  if (edge != 0) return edges_[edge];
  edge = static_cast<std::uint32_t>(edges_.size());
  edges_.push_back({ch, 0, std::exchange(nodes_[parent], edge), false});
  if (from_root) root_[ch] = edge;
  return edges_.back();
}

CueTree CueGrowth::finish() {
  CueTree tree;
  std::swap(tree.first, root_);
  for (std::uint32_t& first : tree.first) first = edges_[first].node;
  tree.rows.assign(nodes_.size() + 1, {});
  place_children(tree);
  place_cues(tree);
  tree.filter = WordFilter(ends_.size());
  for (std::uint32_t edge = nodes_[0]; edge != 0; edge = edges_[edge].next) add_heads(tree, edges_[edge], "");
  return tree;
}

/// Puts the children of each node beside each other, in the order of their bits.
void CueGrowth::place_children(CueTree& tree) const {
  tree.children.reserve(edges_.size());
  auto by_bit = [](CueTree::Child a, CueTree::Child b) { return (a.ch & 63) < (b.ch & 63); };
  for (std::uint32_t parent = 0; parent < nodes_.size(); ++parent) {
    auto begin = static_cast<std::ptrdiff_t>(tree.children.size());
    CueTree::Row& row = tree.rows[parent];
    row.first_child = static_cast<std::uint32_t>(begin);
    for (std::uint32_t edge = nodes_[parent]; edge != 0; edge = edges_[edge].next) {
      tree.children.push_back({edges_[edge].ch, edges_[edge].node});
      row.child_bits |= CueTree::bit_of(edges_[edge].ch);
    }
    std::sort(tree.children.begin() + begin, tree.children.end(), by_bit);
  }
  tree.rows.back().first_child = static_cast<std::uint32_t>(tree.children.size());
}

/// Puts the cues of each node beside each other, in the order in which they were added.
void CueGrowth::place_cues(CueTree& tree) const {
  for (const End& end : ends_) {
    ++tree.rows[end.node + 1].first_cue;
    tree.cue_count = std::max<std::size_t>(tree.cue_count, end.cue + 1);
  }
  for (std::size_t i = 1; i < tree.rows.size(); ++i) tree.rows[i].first_cue += tree.rows[i - 1].first_cue;
  std::vector<std::uint32_t> filled(nodes_.size());
  tree.cues.resize(ends_.size());
  for (const End& end : ends_) tree.cues[tree.rows[end.node].first_cue + filled[end.node]++] = end.cue;
}

/// Tells the filter how words go on with an edge: as far as it looks at them.
void CueGrowth::add_heads(CueTree& tree, const Edge& edge, std::string head) const {
  append_utf8(head, edge.ch);
  bool ends = tree.rows[edge.node].first_cue < tree.rows[edge.node + 1].first_cue;
  if (ends || head.size() >= WordFilter::kLooksAt) tree.filter.add(head);
  if (head.size() >= WordFilter::kLooksAt) return;
  for (std::uint32_t next = nodes_[edge.node]; next != 0; next = edges_[next].next)
    add_heads(tree, edges_[next], head);
}

}  // namespace ziping
