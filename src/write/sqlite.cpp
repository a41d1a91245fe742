#include "write/sqlite.h"

#include <fmt/format.h>

namespace ziping {
namespace {

/// A quoted name: `end` is a word of SQL.
std::string quoted(const char* name) {
  return fmt::format("\"{}\"", name);
}

std::string create_statement(const Table& table) {
  std::string columns;
  for (const Column& column : table.columns) {
    if (!columns.empty()) columns += ", ";
    columns += quoted(column.name) + (column.type == ColumnType::integer ? " INTEGER" : " TEXT");
  }
  return fmt::format("CREATE TABLE {} ({})", quoted(table.name), columns);
}

std::string insert_statement(const Table& table) {
  std::string marks = "?";
  for (std::size_t i = 1; i < table.columns.size(); ++i) marks += ", ?";
  return fmt::format("INSERT INTO {} VALUES ({})", quoted(table.name), marks);
}

}  // namespace

void SqliteWriter::begin(const Table& table) {
  database_.exec(create_statement(table));
  insert_ = insert_statement(table);
}

void SqliteWriter::row(const Row& row) {
  Query query = database_.query(insert_);
  for (const std::string& cell : row) query.text_or_null(cell);
  query.run();
}

}  // namespace ziping
