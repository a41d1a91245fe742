#include "form/flat_tables.h"

namespace ziping {

std::vector<CellTable> flat_tables(const CleanText& /*clean*/, const PlacedText& /*placed*/,
                                   const FormWords& /*words*/, const std::vector<CellTable>& /*taken*/) {
  return {};
}

}  // namespace ziping
