#pragma once

#include "pattern/cue_tree.h"
#include "pattern/cues.h"
#include "pattern/regex_words.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// A tree of cues while it grows along their expressions: words that begin alike are never written out.
class CueGrowth {
 public:
  explicit CueGrowth(std::vector<Confusion> confusions) : confusions_(std::move(confusions)) {}

  /// Throws std::invalid_argument for words that hold a misread word as if it were one of the language: they
  /// could not be told from those that hold the word itself.
  void add(std::uint32_t cue, const WordChoice& words);
  CueTree finish();

 private:
  using Nodes = std::vector<std::uint32_t>;
  struct Edge {
    char32_t ch = 0;
    std::uint32_t node = 0;  ///< 0 for an edge that is new
    std::uint32_t next = 0;  ///< the one added before; 0 for none
    bool misread = false;
  };
  struct End {
    std::uint32_t node, cue;
  };

  Nodes grow(const WordChoice& choice, const Nodes& nodes);
  Nodes grow(std::string_view text, Nodes nodes);
  void lead(const Nodes& from, const std::string& read, const Nodes& to);
  std::uint32_t walk(std::uint32_t node, std::string_view text);
  Edge& edge_to(std::uint32_t parent, char32_t ch);

  void place_children(CueTree& tree) const;
  void place_cues(CueTree& tree) const;
  void add_heads(CueTree& tree, const Edge& edge, std::string head) const;

  std::vector<Confusion> confusions_;
  Nodes nodes_ = Nodes(1);                          ///< the edge of each that was added last; the root is 0
  std::vector<Edge> edges_ = std::vector<Edge>(1);  ///< none is 0
  std::vector<std::uint32_t> root_ = std::vector<std::uint32_t>(CueTree::kFirst);  ///< its edges by character
  std::vector<End> ends_;
};

}  // namespace ziping
