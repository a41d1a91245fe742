#include "write/sqlite.h"

#include "base/error.h"
#include "record/dataset_sql.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <optional>

namespace ziping {
namespace {

std::string insert_statement(const Table& table) {
  std::string marks = "?";
  for (std::size_t i = 1; i < table.columns.size(); ++i) marks += ", ?";
  return fmt::format("INSERT INTO \"{}\" VALUES ({})", table.name, marks);
}

/// Names are unique but for odd ones, shown alike; such a dataset is worth having too.
void make_key(Database& database, const Table& table) {
  try {
    database.exec(create_key_sql(table, true));
  } catch (const OutputError&) {
    database.exec(create_key_sql(table, false));
  }
}

/// Nothing for a text that is no whole number.
std::optional<std::int64_t> whole_number(const std::string& text) {
  std::int64_t number = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

/// SQLite would make the same number of the text, in more steps.
void bind(Query& query, const Column& column, const std::string& cell) {
  if (column.type == ColumnType::integer)
    if (std::optional<std::int64_t> number = whole_number(cell)) return void(query.integer(*number));
  query.text_or_null(cell);
}

}  // namespace

void SqliteWriter::begin(const Table& table) {
  table_ = &table;
  std::string view = create_view_sql(table);
  database_.exec(view.empty() ? create_table_sql(table) : view);
  insert_ = view.empty() ? insert_statement(table) : "";
}

void SqliteWriter::row(const Row& row) {
  if (insert_.empty()) return;
  Query query = database_.query(insert_);
  for (std::size_t i = 0; i < row.size(); ++i) bind(query, table_->columns[i], row[i]);
  query.run();
}

void SqliteWriter::end() {
  if (insert_.empty()) return;
  make_key(database_, *table_);
  for (const std::string& index : create_index_sql(*table_)) database_.exec(index);
}

}  // namespace ziping
