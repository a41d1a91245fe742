#pragma once

#include "form/flat_words.h"

#include <vector>

namespace ziping {

/// The two texts of a goal block.
struct GoalTexts {
  std::vector<int> target, actual;
  int confidence = 100;  ///< percent: how surely the text is parted where it should be
};

/// Parts the words below 预期目标 | 实际完成情况 that follow each other, the goal first, where the report
/// on it begins: 截至..., or where what follows repeats the words of what stands before.
GoalTexts part_goals(const std::vector<FlatWord>& words, const std::vector<int>& body);

}  // namespace ziping
