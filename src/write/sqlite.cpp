#include "write/sqlite.h"

#include "base/error.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <cstdio>

namespace ziping {
namespace {

/// Marks the file as ours (`file` and sqlite3 show it): "zipi".
constexpr int kApplicationId = 0x7A697069;
/// Rises with every change of the tables.
constexpr int kSchemaVersion = 2;

struct Finalize {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

Statement prepare(sqlite3* database, const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(database, sql.c_str(), -1, &statement, nullptr);
  return Statement(statement);
}

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

void bind(sqlite3_stmt* statement, const Row& row) {
  for (std::size_t i = 0; i < row.size(); ++i) {
    int at = static_cast<int>(i) + 1;
    if (row[i].empty()) {
      sqlite3_bind_null(statement, at);
    } else {
      sqlite3_bind_text(statement, at, row[i].data(), static_cast<int>(row[i].size()), SQLITE_STATIC);
    }
  }
}

/// Puts a cell into `out`, whose room is used again.
void read_cell(sqlite3_stmt* statement, int column, std::string& out) {
  auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, column));
  auto size = text == nullptr ? 0 : static_cast<std::size_t>(sqlite3_column_bytes(statement, column));
  out.assign(text == nullptr ? "" : text, size);
}

}  // namespace

void Store::Close::operator()(sqlite3* database) const {
  sqlite3_close(database);
}

Store::Store(const std::string& path) : path_(path) {
  std::remove(path.c_str());
  std::remove((path + "-journal").c_str());
  sqlite3* database = nullptr;
  int opened = sqlite3_open(path.c_str(), &database);
  database_.reset(database);
  if (opened != SQLITE_OK) fail();
  run("PRAGMA page_size = 4096; PRAGMA journal_mode = DELETE; PRAGMA synchronous = NORMAL;");
  run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", kApplicationId, kSchemaVersion));
  run("BEGIN");
  for (const Table& table : tables()) run(create_statement(table));
  run("COMMIT");
}

Store::~Store() = default;

void Store::add(const DocumentResult& document) {
  run("BEGIN");
  for (const Table& table : tables()) insert(table, document);
  run("COMMIT");
}

void Store::insert(const Table& table, const DocumentResult& document) const {
  Statement statement = prepare(database_.get(), insert_statement(table));
  if (!statement) fail();
  table.rows(document, [&](const Row& row) {
    bind(statement.get(), row);
    if (sqlite3_step(statement.get()) != SQLITE_DONE) fail();
    sqlite3_reset(statement.get());
  });
}

void Store::for_each_row(const Table& table, const RowSink& sink) const {
  Statement statement =
      prepare(database_.get(), fmt::format("SELECT * FROM {} ORDER BY rowid", quoted(table.name)));
  if (!statement) fail();
  Row row(table.columns.size());
  int state = SQLITE_OK;
  while ((state = sqlite3_step(statement.get())) == SQLITE_ROW) {
    for (std::size_t i = 0; i < row.size(); ++i) read_cell(statement.get(), static_cast<int>(i), row[i]);
    sink(row);
  }
  if (state != SQLITE_DONE) fail();
}

void Store::run(const std::string& sql) const {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) fail();
}

void Store::fail() const {
  throw OutputError(fmt::format("{}: cannot be written: {}", path_, sqlite3_errmsg(database_.get())));
}

}  // namespace ziping
