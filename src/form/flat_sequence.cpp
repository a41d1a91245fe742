#include "form/flat_sequence.h"

#include "form/flat_blocks.h"

namespace ziping {

std::vector<FlatBlock> sequence_blocks(const std::vector<FlatWord>& words, const FormWords& forms) {
  FlatFit fit(forms);
  std::vector<FlatBlock> blocks = BlockFinder(words, forms).find();
  for (FlatBlock& block : blocks) {
    if (!block.fields.empty()) continue;
    block.name_columns();
    if (block.header.kind == FlatKind::goals) {
      block.goals = part_goals(words, block.body);
    } else {
      block.rows = cut_rows(words, block.body, block.roles, fit);
    }
  }
  return blocks;
}

}  // namespace ziping
