#pragma once

#include "base/files.h"
#include "write/duckdb.h"
#include "write/table_writer.h"

#include <optional>
#include <string>

namespace ziping {

/// `<table>.parquet`, compressed with zstd, through DuckDB, which must be there: Duckdb::require(). A number
/// is a DECIMAL(38, 12); a figure gives two columns, `value` (null where it is no number) and `value_text`
/// with all its digits. The file's metadata has each column's label. The same dataset gives the same bytes.
class ParquetWriter : public TableWriter {
 public:
  explicit ParquetWriter(std::string folder) : folder_(std::move(folder)), duckdb_(folder_) {}
  ~ParquetWriter() override;
  void begin(const Table& table) override;
  void row(const Row& row) override;
  void end() override;

 private:
  std::string rows_path() const;

  std::string folder_;
  Duckdb duckdb_;
  const Table* table_ = nullptr;
  std::optional<OutputFile> rows_;  ///< what DuckDB reads
  std::string buffer_;
};

}  // namespace ziping
