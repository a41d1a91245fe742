#pragma once

#include "form/flat_stack.h"

#include <vector>

namespace ziping {

/// The words of a column on one line.
struct FlatPiece {
  int line = 0, page = 1;
  std::vector<int> words;
  std::string text;
};

/// Where a row of a block has its middle.
struct FlatAnchor {
  float line = 0;
  int page = 1;
};

/// 距, 日前: what a narrow cell has broken off.
bool is_fragment(const std::string& text);

/// The pieces of each column of a block, from the top down.
std::vector<std::vector<FlatPiece>> pieces_of(const std::vector<FlatWord>& words, const FlatColumns& block);

/// The rows of a block: lines with a weight or score, or with figures in two columns of a form without
/// them, or a known row of funds.
std::vector<FlatAnchor> find_anchors(const FlatColumns& block,
                                     const std::vector<std::vector<FlatPiece>>& pieces,
                                     const FormWords& forms);

}  // namespace ziping
