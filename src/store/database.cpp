#include "store/database.h"

#include "base/error.h"

#include <fmt/format.h>
#include <sqlite3.h>

namespace ziping {
namespace {

/// SQLite's word for what went wrong, in a person's words where the person can do something about it.
std::string reason(sqlite3* database) {
  switch (sqlite3_errcode(database)) {
    case SQLITE_FULL:
      return "the disk is full; free some space and give the same command again";
    case SQLITE_IOERR:
      return fmt::format("{}; is the disk full, or a quota used up?", sqlite3_errmsg(database));
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return fmt::format("the file is damaged ({}); remove it to begin anew", sqlite3_errmsg(database));
    case SQLITE_BUSY:
      return "another program is using it";
    default:
      return sqlite3_errmsg(database);
  }
}

[[noreturn]] void fail(sqlite3* database, const std::string& path) {
  const char* what = sqlite3_db_readonly(database, "main") == 1 ? "read" : "written";
  throw OutputError(fmt::format("{}: cannot be {}: {}", path, what, reason(database)));
}

/// A path that SQLite takes as it is: one that begins so would be a URI.
std::string plain(const std::string& path) {
  return path.starts_with("file:") ? "./" + path : path;
}

}  // namespace

Query::Query(sqlite3* database, const std::string& path, sqlite3_stmt* statement)
    : database_(database), path_(path), statement_(statement) {}

Query::~Query() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

Query& Query::text(std::string_view value) {
  const char* data = value.data() == nullptr ? "" : value.data();
  check(sqlite3_bind_text64(statement_, ++bound_, data, value.size(), SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

Query& Query::text_or_null(std::string_view value) {
  if (!value.empty()) return text(value);
  check(sqlite3_bind_null(statement_, ++bound_));
  return *this;
}

Query& Query::blob(std::string_view value) {
  check(sqlite3_bind_blob64(statement_, ++bound_, value.data(), value.size(), SQLITE_STATIC));
  return *this;
}

Query& Query::integer(std::int64_t value) {
  check(sqlite3_bind_int64(statement_, ++bound_, value));
  return *this;
}

bool Query::step() {
  int result = sqlite3_step(statement_);
  if (result != SQLITE_ROW && result != SQLITE_DONE) fail(database_, path_);
  return result == SQLITE_ROW;
}

std::string_view Query::text_at(int column) const {
  auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return text == nullptr ? "" : std::string_view(text, sqlite3_column_bytes(statement_, column));
}

std::string_view Query::blob_at(int column) const {
  auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return bytes == nullptr ? "" : std::string_view(bytes, sqlite3_column_bytes(statement_, column));
}

std::int64_t Query::integer_at(int column) const {
  return sqlite3_column_int64(statement_, column);
}

void Query::check(int result) const {
  if (result != SQLITE_OK) fail(database_, path_);
}

void Database::Finalize::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

void Database::Close::operator()(sqlite3* database) const {
  sqlite3_close(database);
}

Database::Database(const std::string& path, Open mode) : path_(path) {
  int flags = mode == Open::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  sqlite3* database = nullptr;
  int result = sqlite3_open_v2(plain(path).c_str(), &database, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  database_.reset(database);
  if (result != SQLITE_OK) fail(database, path);
}

Database::~Database() = default;

void Database::exec(const std::string& sql) {
  if (sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    fail(database_.get(), path_);
}

void Database::attach(const std::string& path, const std::string& name) {
  const std::string file = plain(path);
  query("ATTACH ? AS " + name).text(file).run();
}

Query Database::query(const std::string& sql) const {
  auto& statement = statements_[sql];
  if (!statement) {
    sqlite3_stmt* prepared = nullptr;
    int result = sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &prepared, nullptr);
    statement.reset(prepared);
    if (result != SQLITE_OK) fail(database_.get(), path_);
  }
  return Query(database_.get(), path_, statement.get());
}

void Database::close() {
  statements_.clear();
  if (sqlite3_close(database_.get()) != SQLITE_OK) fail(database_.get(), path_);
  static_cast<void>(database_.release());
}

Transaction::Transaction(Database& database) : database_(database) {
  database_.exec("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.exec("ROLLBACK");
  } catch (const OutputError&) {  // SQLite has rolled back already: what went wrong is on its way
  }
}

void Transaction::commit() {
  database_.exec("COMMIT");
  open_ = false;
}

}  // namespace ziping
