#include "write/duckdb.h"

#include "base/error.h"

#include <dlfcn.h>
#include <fmt/format.h>

#include <cstdint>
#include <cstdlib>

namespace ziping {

/// The part of DuckDB's C interface that is used, as its header has declared it since version 0.3.
struct Duckdb::Api {
  struct Result {
    std::uint64_t counts[3];
    void *columns, *error, *data;
  };
  using State = int;  ///< 0: all is well

  State (*open)(const char* path, void** database) = nullptr;
  void (*close)(void** database) = nullptr;
  State (*connect)(void* database, void** connection) = nullptr;
  void (*disconnect)(void** connection) = nullptr;
  State (*query)(void* connection, const char* sql, Result* result) = nullptr;
  const char* (*result_error)(Result* result) = nullptr;
  void (*destroy_result)(Result* result) = nullptr;

  Api() {
    const char* named = std::getenv("ZIPING_DUCKDB");
    void* library = dlopen(named && *named ? named : "libduckdb.so", RTLD_NOW | RTLD_LOCAL);
    bool whole = library != nullptr && load(library, "duckdb_open", open) &&
                 load(library, "duckdb_close", close) && load(library, "duckdb_connect", connect) &&
                 load(library, "duckdb_disconnect", disconnect) && load(library, "duckdb_query", query) &&
                 load(library, "duckdb_result_error", result_error) &&
                 load(library, "duckdb_destroy_result", destroy_result);
    if (!whole)
      throw SetupError(
          "parquet needs DuckDB's libduckdb.so, which is not found; set ZIPING_DUCKDB to its path (the npm "
          "package "
          "@duckdb/node-bindings-linux-x64 has it), or write another format");
  }

 private:
  template <class Function>
  static bool load(void* library, const char* name, Function& function) {
    function = reinterpret_cast<Function>(dlsym(library, name));
    return function != nullptr;
  }
};

const Duckdb::Api& Duckdb::api() {
  static const Api loaded;
  return loaded;
}

void Duckdb::require() {
  api();
}

Duckdb::Duckdb(const std::string& folder) {
  if (api().open(nullptr, &database_) != 0 || api().connect(database_, &connection_) != 0)
    throw OutputError("DuckDB cannot begin");
  exec(
      fmt::format("SET threads = 1; SET memory_limit = '512MB'; SET temp_directory = {};"
                  "SET autoinstall_known_extensions = false; SET autoload_known_extensions = false;",
                  sql_text(folder + "/.duckdb")));
}

Duckdb::~Duckdb() {
  if (connection_ != nullptr) api().disconnect(&connection_);
  if (database_ != nullptr) api().close(&database_);
}

void Duckdb::exec(const std::string& sql) {
  Api::Result result{};
  bool failed = api().query(connection_, sql.c_str(), &result) != 0;
  const char* words = failed ? api().result_error(&result) : nullptr;
  std::string message = words != nullptr ? words : "DuckDB does not say why";
  api().destroy_result(&result);
  if (failed) throw OutputError(message.substr(0, message.find('\n')));
}

std::string sql_text(const std::string& text) {
  std::string quoted = "'";
  for (char c : text) {
    if (c == '\'') quoted += '\'';
    quoted += c;
  }
  return quoted + "'";
}

}  // namespace ziping
