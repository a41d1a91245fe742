#pragma once

#include "form/flat_header.h"

#include <string>
#include <vector>

namespace ziping {

/// A row of a form's head or goals: labels with what stands behind each.
struct FlatField {
  WordRange label, value;
};

/// A block of a form in reading order.
struct FlatBlock {
  FlatHeader header;              ///< no cells where the block has no header row
  std::vector<int> body;          ///< words of its rows; repeated headers left out
  WordRange total;                ///< the total row, from its label on
  std::vector<FlatField> fields;  ///< of a block of labels and values instead
  bool opens_form = false;        ///< first block of a form

  int begin() const { return fields.empty() ? header.words.begin : fields.front().label.begin; }
};

/// Finds the blocks of the forms in a text, in order.
class BlockFinder {
 public:
  BlockFinder(const std::vector<FlatWord>& words, const FormWords& forms)
      : words_(words), forms_(forms), headers_(words, forms) {}

  std::vector<FlatBlock> find();

 private:
  const FlatWord& word(int at) const { return words_[static_cast<std::size_t>(at)]; }
  int count() const { return static_cast<int>(words_.size()); }
  std::string text_of(WordRange range) const { return joined(words_, range); }
  /// The label of some lines that begins at `at` and is known to a vocabulary.
  WordRange label_at(int at, const Vocabulary& vocabulary) const;
  bool ends_block(int at, const FlatBlock& block) const;
  bool is_title(int at) const;
  bool repeats(const FlatHeader& header, const FlatHeader& first) const;
  bool better_later(const FlatHeader& header);
  void take_side(FlatHeader& header, int from) const;
  FlatBlock take_block(FlatHeader header);
  void take_total(FlatBlock& block, int at);
  bool take_fields(int at, std::vector<FlatBlock>& blocks);
  void part_forms(std::vector<FlatBlock>& blocks) const;
  bool take_bare_funds(int at, std::vector<FlatBlock>& blocks);

  const std::vector<FlatWord>& words_;
  const FormWords& forms_;
  HeaderReader headers_;
  int next_ = 0;  ///< word after what has been taken
};

}  // namespace ziping
