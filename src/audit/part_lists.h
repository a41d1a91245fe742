#pragma once

#include "audit/ledger.h"
#include "base/word_finder.h"

#include <cstddef>
#include <vector>

namespace ziping {

/// A whole and the figures beside it that may be its parts: 支出60万元，其中甲20万元、乙40万元.
struct PartList {
  const Entry* whole = nullptr;
  std::vector<const Entry*> parts;  ///< as far as the list may go, in text order
  std::vector<std::size_t> ends;    ///< how many of them a reader would take: to the ； and to the 。
  bool main_only = false;           ///< 主要用于: the rest goes unsaid
  bool before = false;              ///< the parts stand before their total: 甲20、乙40，合计60
};

/// Words that open a list behind its whole (其中, 包括), and that stand before a total (合计).
struct ListWords {
  WordFinder opens, closes;
};

/// The lists of a report's prose. Parts of parts (in brackets or behind a 其中 of their own) are left out.
std::vector<PartList> part_lists(const Ledger& ledger, const ListWords& words);

}  // namespace ziping
