#include "write/parquet.h"

#include "base/error.h"
#include "write/csv.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace ziping {
namespace {

constexpr std::size_t kBuffer = 1 << 16;

/// What a column of texts becomes.
std::string selected(const Column& column) {
  switch (column.type) {
    case ColumnType::text:
      return fmt::format("\"{}\"", column.name);
    case ColumnType::integer:
      return fmt::format("CAST(\"{0}\" AS BIGINT) AS \"{0}\"", column.name);
    case ColumnType::number:
      return fmt::format("CAST(\"{0}\" AS DECIMAL(38, 12)) AS \"{0}\"", column.name);
    case ColumnType::figure:
      return fmt::format("TRY_CAST(\"{0}\" AS DECIMAL(38, 12)) AS \"{0}\", \"{0}\" AS \"{0}_text\"",
                         column.name);
  }
  return "";
}

std::string copy_statement(const Table& table, const std::string& rows, const std::string& file) {
  std::string names, columns, labels;
  for (const Column& column : table.columns) {
    const char* comma = names.empty() ? "" : ", ";
    names += fmt::format("{}'{}': 'VARCHAR'", comma, column.name);
    columns += comma + selected(column);
    labels += fmt::format("{}\"{}\": {}", comma, column.name,
                          sql_text(fmt::format("{} {}", column.label_zh, column.label)));
  }
  return fmt::format(
      "COPY (SELECT {} FROM read_csv({}, auto_detect = false, header = false, delim = ',', quote = '\"', "
      "escape = '\"', nullstr = '', new_line = '\\n', max_line_size = 16777216, columns = {{{}}})) "
      "TO {} (FORMAT parquet, COMPRESSION zstd, KV_METADATA {{{}}})",
      columns, sql_text(rows), names, sql_text(file), labels);
}

}  // namespace

ParquetWriter::~ParquetWriter() {
  if (table_ != nullptr) std::remove(rows_path().c_str());
}

std::string ParquetWriter::rows_path() const {
  return fmt::format("{}/.{}.rows", folder_, table_->name);
}

void ParquetWriter::begin(const Table& table) {
  table_ = &table;
  rows_.emplace(rows_path());
  buffer_.clear();
}

void ParquetWriter::row(const Row& row) {
  for (const std::string& cell : row) {
    if (&cell != &row.front()) buffer_ += ',';
    if (!cell.empty()) append_csv_quoted(buffer_, cell);  // DuckDB reads nothing as NULL
  }
  buffer_ += '\n';
  if (buffer_.size() < kBuffer) return;
  rows_->write(buffer_);
  buffer_.clear();
}

void ParquetWriter::end() {
  rows_->write(buffer_);
  rows_->finish();
  std::string path = fmt::format("{}/{}.parquet", folder_, table_->name), part = path + ".part";
  try {
    duckdb_.exec(copy_statement(*table_, rows_path(), part));
  } catch (const OutputError& error) {
    std::remove(part.c_str());
    throw OutputError(fmt::format("{}: cannot be written: {}", path, error.what()));
  }
  std::remove(rows_path().c_str());
  if (std::rename(part.c_str(), path.c_str()) != 0)
    throw OutputError(fmt::format("{}: cannot be written: {}", path, std::strerror(errno)));
}

}  // namespace ziping
