#pragma once

#include "record/schema.h"

#include <memory>
#include <string>

struct sqlite3;

namespace ziping {

/// `dataset.sqlite`, the store of a run: a table for each of tables(), written document by document,
/// each in one transaction, so that a run which is stopped leaves whole documents. Integers are
/// INTEGER, everything else TEXT: a decimal keeps its digits. The same run gives the same bytes.
/// Failures throw OutputError.
class Store {
 public:
  /// Begins an empty store; one of an earlier run is replaced.
  explicit Store(const std::string& path);
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  ~Store();

  void add(const DocumentResult& document);
  /// All rows of a table in the order of adding.
  void for_each_row(const Table& table, const RowSink& sink) const;

 private:
  struct Close {
    void operator()(sqlite3* database) const;
  };
  void run(const std::string& sql) const;
  void insert(const Table& table, const DocumentResult& document) const;
  [[noreturn]] void fail() const;

  std::string path_;
  std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace ziping
