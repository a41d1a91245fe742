#pragma once

#include "record/schema.h"

namespace ziping {

/// One format of the dataset: takes the tables one after the other, row by row. Files appear under
/// their names when their table has ended. Failures throw OutputError.
class TableWriter {
 public:
  virtual ~TableWriter() = default;
  virtual void begin(const Table& table) = 0;
  virtual void row(const Row& row) = 0;
  virtual void end() = 0;
};

}  // namespace ziping
