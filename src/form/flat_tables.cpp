#include "form/flat_tables.h"

#include "base/utf8.h"
#include "form/flat_glued.h"
#include "form/flat_grid.h"
#include "form/flat_pipes.h"
#include "form/flat_sequence.h"
#include "form/flat_writer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace ziping {
namespace {

/// Words of header cells, also where these are broken into lines. A form has several close together.
constexpr std::array<std::string_view, 13> kHints = {"一级",   "二级",   "三级",   "指标值", "目标值",
                                                     "完成值", "预算数", "执行数", "执行率", "资金总额",
                                                     "分值",   "得分",   "权重"};
constexpr std::size_t kHeaderBytes = 700;
constexpr int kLeastHints = 4;

struct Hit {
  std::size_t at = 0;
  std::uint32_t hint = 0;  ///< its bit
};

/// Where hints stand outside the tables that are known, in text order.
std::vector<Hit> hits_in(const std::string& text, const std::vector<CellTable>& taken) {
  std::vector<Hit> hits;
  for (std::size_t hint = 0; hint < kHints.size(); ++hint)
    for (std::size_t at = find_word(text, kHints[hint]); at != std::string::npos;
         at = find_word(text, kHints[hint], at + 1)) {
      bool known = std::any_of(taken.begin(), taken.end(),
                               [&](const CellTable& table) { return table.span.contains(at); });
      if (!known) hits.push_back({at, std::uint32_t{1} << hint});
    }
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.at < b.at; });
  return hits;
}

bool may_hold_form(const std::string& text, const std::vector<CellTable>& taken) {
  std::vector<Hit> hits = hits_in(text, taken);
  for (auto first = hits.begin(); first != hits.end(); ++first) {
    std::uint32_t found = 0;
    for (auto hit = first; hit != hits.end() && hit->at < first->at + kHeaderBytes; ++hit) found |= hit->hint;
    if (std::popcount(found) >= kLeastHints) return true;
  }
  return false;
}

}  // namespace

std::vector<CellTable> flat_tables(const CleanText& clean, const PlacedText& placed, const FormWords& words,
                                   const std::vector<CellTable>& taken) {
  if (!may_hold_form(clean.text, taken)) return {};
  std::vector<CellTable> tables = pipe_tables(clean, placed, words, taken), known = taken;
  known.insert(known.end(), tables.begin(), tables.end());
  std::vector<FlatWord> cut = flat_words(clean, placed, known);
  bool grid = !placed.boxes.empty() || keeps_columns(cut, words);
  if (!grid) cut = cut_glued(cut, words);
  auto blocks = grid ? grid_blocks(cut, words) : sequence_blocks(cut, words);
  auto rest = write_blocks(blocks, clean, placed, cut, words);
  tables.insert(tables.end(), rest.begin(), rest.end());
  std::sort(tables.begin(), tables.end(),
            [](const CellTable& a, const CellTable& b) { return a.span.begin < b.span.begin; });
  return tables;
}

}  // namespace ziping
