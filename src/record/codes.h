#pragma once

#include <vector>

namespace ziping {

/// A word of a closed list and what it means.
struct Code {
  const char* word;
  const char* label;
  const char* label_zh;
};
/// A closed list. Its order is that of the numbers, from 1, that stand for the words in Stata: new words go
/// to the end.
using Codes = std::vector<Code>;

extern const Codes kStatusCodes, kTextSourceCodes, kSourceCodes, kKindCodes, kComparatorCodes, kChangeCodes,
    kRoleCodes, kSeverityCodes;

}  // namespace ziping
