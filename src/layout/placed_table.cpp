#include "layout/placed_table.h"

namespace ziping {

const char* name_of(PageJoin join) {
  switch (join) {
    case PageJoin::open_border:
      return "open_border";
    case PageJoin::repeated_header:
      return "repeated_header";
    case PageJoin::likeness:
      return "likeness";
    default:
      return "none";
  }
}

}  // namespace ziping
