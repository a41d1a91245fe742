#pragma once

#include "record/schema.h"

namespace ziping {

/// The tables of forms and of cells.
Table funds_table();
Table indicators_table();
Table cells_table();

}  // namespace ziping
