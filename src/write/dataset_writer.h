#pragma once

#include "store/dataset_file.h"
#include "write/sqlite.h"
#include "write/table_writer.h"

#include <string>

namespace ziping {

/// Replaces the store `folder`/dataset.sqlite by the finished dataset: the same rows, the tables made of
/// them, and what people have said of the rows, which outlives them in a file of its own.
class DatasetWriter : public TableWriter {
 public:
  /// Throws OutputError where there is no closed store.
  explicit DatasetWriter(std::string folder);

  void begin(const Table& table) override { tables_.begin(table); }
  void row(const Row& row) override { tables_.row(row); }
  void end() override { tables_.end(); }
  void finish() override;

 private:
  std::string folder_;
  NewDataset dataset_;
  SqliteWriter tables_;
  Transaction transaction_;
};

}  // namespace ziping
