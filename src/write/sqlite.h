#pragma once

#include "store/database.h"
#include "write/table_writer.h"

#include <string>

namespace ziping {

/// The tables of the dataset in SQLite: integers are INTEGER, everything else TEXT, so that a decimal keeps
/// its digits; an empty cell is NULL. Failures throw OutputError.
class SqliteWriter : public TableWriter {
 public:
  explicit SqliteWriter(Database& database) : database_(database) {}
  void begin(const Table& table) override;
  void row(const Row& row) override;
  void end() override {}

 private:
  Database& database_;
  std::string insert_;  ///< of the table that has begun
};

}  // namespace ziping
