#pragma once

#include "form/flat_words.h"

#include <vector>

namespace ziping {

/// The words on one printed line.
struct FlatLine {
  int line = 0, page = 1;
  WordRange words;
};

/// The lines of words that are in order of their lines.
std::vector<FlatLine> flat_lines(const std::vector<FlatWord>& words);

}  // namespace ziping
