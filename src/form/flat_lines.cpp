#include "form/flat_lines.h"

namespace ziping {

std::vector<FlatLine> flat_lines(const std::vector<FlatWord>& words) {
  std::vector<FlatLine> lines;
  for (std::size_t at = 0; at < words.size(); ++at) {
    int index = static_cast<int>(at);
    if (lines.empty() || lines.back().line != words[at].line)
      lines.push_back({words[at].line, words[at].page, {index, index}});
    lines.back().words.end = index + 1;
  }
  return lines;
}

}  // namespace ziping
