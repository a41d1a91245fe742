#pragma once

#include "record/schema.h"

namespace ziping {

/// One format of the dataset: takes the tables one after the other, row by row. A file of one table appears
/// under its name when the table has ended, one of all tables when finish() is called. Failures throw
/// OutputError.
class TableWriter {
 public:
  virtual ~TableWriter() = default;
  virtual void begin(const Table& table) = 0;
  virtual void row(const Row& row) = 0;
  virtual void end() = 0;
  /// After the last table.
  virtual void finish() {}
};

}  // namespace ziping
