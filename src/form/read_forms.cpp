#include "form/read_forms.h"

#include "form/flat_tables.h"

#include <algorithm>
#include <iterator>

namespace ziping {

FormPages read_forms(const CleanText& clean, const PlacedText& placed, const PatternSet& patterns) {
  FormPages pages;
  pages.tables = ruled_tables(clean, placed);
  std::vector<CellTable> flat = flat_tables(clean, placed, patterns.form_words(), pages.tables);
  std::move(flat.begin(), flat.end(), std::back_inserter(pages.tables));
  std::sort(pages.tables.begin(), pages.tables.end(),
            [](const CellTable& a, const CellTable& b) { return a.span.begin < b.span.begin; });
  return pages;
}

}  // namespace ziping
