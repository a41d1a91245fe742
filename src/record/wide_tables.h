#pragma once

#include "record/schema.h"

namespace ziping {

/// One row a report, one column a main concept: ready for a regression. See ConceptColumn for which figure.
/// Its first columns are those of `reports`.
Table wide_reports_table(const Table& reports);
/// One row a report with a form, one column a source and amount of its funds block.
Table wide_funds_table(const Table& reports);

}  // namespace ziping
