#pragma once

#include "form/flat_block.h"

#include <string>
#include <vector>

namespace ziping {

/// Finds the blocks of the forms in a text, in order.
class BlockFinder {
 public:
  BlockFinder(const std::vector<FlatWord>& words, const FormWords& forms)
      : words_(words), forms_(forms), headers_(words, forms) {}

  std::vector<FlatBlock> find();

  /// The line of labels and values that begins with a word: 项目名称 ... 主管部门 ... ; also a goal with its
  /// text. Its last word is before next().
  bool take_fields(int at, std::vector<FlatBlock>& blocks);
  /// Word after what was taken last.
  int next() const { return next_; }
  bool is_title(int at) const;
  bool ends_block(int at, FlatKind kind) const;
  bool repeats(const FlatHeader& header, const FlatHeader& first) const;
  /// Says which blocks open a form.
  void part_forms(std::vector<FlatBlock>& blocks) const;

 private:
  const FlatWord& word(int at) const { return words_[static_cast<std::size_t>(at)]; }
  int count() const { return static_cast<int>(words_.size()); }
  std::string text_of(WordRange range) const { return joined(words_, range); }
  /// The label of some lines that begins at `at` and is known to a vocabulary.
  WordRange label_at(int at, const Vocabulary& vocabulary) const;
  bool better_later(const FlatHeader& header);
  void take_side(FlatHeader& header, int from) const;
  FlatBlock take_block(FlatHeader header);
  void take_total(FlatBlock& block, int at);
  bool take_bare_funds(int at, std::vector<FlatBlock>& blocks);

  const std::vector<FlatWord>& words_;
  const FormWords& forms_;
  HeaderReader headers_;
  int next_ = 0;  ///< word after what has been taken
};

}  // namespace ziping
