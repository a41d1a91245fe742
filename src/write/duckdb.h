#pragma once

#include <memory>
#include <string>

namespace ziping {

/// DuckDB, loaded when it is needed: its library is in no package of Debian's. Only what Parquet needs is
/// used.
class Duckdb {
 public:
  /// Throws SetupError where there is no library: neither where the environment variable ZIPING_DUCKDB says
  /// nor where the system's libraries are.
  static void require();

  /// A database in memory, with one thread, so that the same statements give the same bytes, which puts what
  /// it has no room for into `folder`. Throws as require().
  explicit Duckdb(const std::string& folder);
  Duckdb(const Duckdb&) = delete;
  Duckdb& operator=(const Duckdb&) = delete;
  ~Duckdb();

  /// Throws OutputError with DuckDB's words.
  void exec(const std::string& sql);

 private:
  struct Api;
  static const Api& api();

  void* database_ = nullptr;
  void* connection_ = nullptr;
};

/// A text as SQL writes it: 'it''s'.
std::string sql_text(const std::string& text);

}  // namespace ziping
