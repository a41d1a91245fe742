#include "form/flat_tables.h"

#include "form/flat_grid.h"
#include "form/flat_sequence.h"
#include "form/flat_writer.h"

#include <algorithm>
#include <array>

namespace ziping {
namespace {

/// Words of which a form has at least one, also where its cells are broken into lines.
constexpr std::array<std::string_view, 8> kHints = {"级指",   "指标值",   "预算数", "执行数",
                                                    "目标值", "资金总额", "完成值", "绩效指"};

bool may_hold_form(const CleanText& clean) {
  return std::any_of(kHints.begin(), kHints.end(),
                     [&](std::string_view hint) { return clean.text.find(hint) != std::string::npos; });
}

}  // namespace

std::vector<CellTable> flat_tables(const CleanText& clean, const PlacedText& placed, const FormWords& words,
                                   const std::vector<CellTable>& taken) {
  if (!may_hold_form(clean)) return {};
  std::vector<FlatWord> cut = flat_words(clean, placed, taken);
  auto blocks = keeps_columns(cut, words) ? grid_blocks(cut, words) : sequence_blocks(cut, words);
  return write_blocks(blocks, clean, placed, cut, words);
}

}  // namespace ziping
