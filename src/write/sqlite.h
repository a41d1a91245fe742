#pragma once

#include "store/database.h"
#include "write/table_writer.h"

#include <string>

namespace ziping {

/// The tables of the dataset in SQLite: integers are INTEGER, everything else TEXT, so that a decimal keeps
/// its digits; an empty cell is NULL. Foreign keys tell what belongs to what, and there are indices for the
/// usual questions. The wide tables are views of the others. Failures throw OutputError.
class SqliteWriter : public TableWriter {
 public:
  explicit SqliteWriter(Database& database) : database_(database) {}
  void begin(const Table& table) override;
  void row(const Row& row) override;
  void end() override;

 private:
  Database& database_;
  const Table* table_ = nullptr;
  std::string insert_;  ///< of the table that has begun; empty for a view
};

}  // namespace ziping
