#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace ziping {

/// A prepared statement with values for its marks. What text() gives stays until the next step.
class Query {
 public:
  Query(sqlite3* database, const std::string& path, sqlite3_stmt* statement);
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  ~Query();  ///< ready for its next use

  /// Values for the marks, from left to right. Texts are not copied: they must outlive the query's steps.
  Query& text(std::string_view value);
  Query& text_or_null(std::string_view value);  ///< NULL for an empty text
  Query& blob(std::string_view value);
  Query& integer(std::int64_t value);

  /// Goes to the next row; false after the last.
  bool step();
  /// For statements without rows.
  void run() { step(); }

  std::string_view text_at(int column) const;
  std::string_view blob_at(int column) const;
  std::int64_t integer_at(int column) const;

 private:
  void check(int result) const;

  sqlite3* database_;
  const std::string& path_;
  sqlite3_stmt* statement_;
  int bound_ = 0;
};

/// A connection to an SQLite file: the only one that knows SQLite's functions. Failures throw OutputError
/// with the file's name and a reason that a person can act on.
class Database {
 public:
  enum class Open { read, write };  ///< write makes the file where there is none

  Database(const std::string& path, Open mode);
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  /// Runs statements that need no values.
  void exec(const std::string& sql);
  /// Makes the tables of another file known as `name`.table.
  void attach(const std::string& path, const std::string& name);
  /// A statement, prepared once; not to be used again while its query lives.
  Query query(const std::string& sql) const;
  /// Ends the connection; throws where the destructor could not.
  void close();
  const std::string& path() const { return path_; }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  struct Close {
    void operator()(sqlite3* database) const;
  };

  std::string path_;
  std::unique_ptr<sqlite3, Close> database_;
  mutable std::map<std::string, std::unique_ptr<sqlite3_stmt, Finalize>> statements_;
};

/// All or nothing: what is not committed is rolled back.
class Transaction {
 public:
  explicit Transaction(Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace ziping
