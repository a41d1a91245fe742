#include "store/store_reader.h"

#include "base/error.h"
#include "base/files.h"
#include "store/database.h"
#include "store/dataset_file.h"
#include "store/packed_document.h"

#include <fmt/format.h>

#include <functional>
#include <string_view>

namespace ziping {
namespace {

std::int64_t index_of(const Table& table) {
  return &table - tables().data();
}

/// Gives the rows that a content has in a table.
void unpack_rows(const Database& database, std::string_view content, std::int64_t table,
                 const std::function<void(Row&)>& sink) {
  Query query =
      database.query("SELECT bytes FROM _rows WHERE content = ? AND table_number = ? ORDER BY piece");
  query.text(content).integer(table);
  while (query.step()) unpack({static_cast<int>(table), std::string(query.blob_at(0))}, sink);
}

}  // namespace

StoreReader::StoreReader(const std::string& path) {
  if (state_of(path) != FileState::closed)
    throw OutputError(fmt::format("{}: its run has not finished; give its command again", path));
  database_ = std::make_unique<Database>(path, Database::Open::read);
}

StoreReader::~StoreReader() = default;

RunInfo StoreReader::info() const {
  auto value = [&](const char* name) {
    Query query = database_->query("SELECT value FROM _run WHERE name = ?");
    return query.text(name).step() ? std::string(query.text_at(0)) : std::string();
  };
  auto number = [&](const char* name) {
    Query query = database_->query("SELECT CAST(value AS INTEGER) FROM _run WHERE name = ?");
    return query.text(name).step() ? query.integer_at(0) : 0;
  };
  return {{value("program"), value("patterns"), value("settings"), value("limits")},
          value("identity"),
          {static_cast<int>(number("shard")), static_cast<int>(number("shards"))},
          number("inputs"),
          value("listing"),
          number("finished") == 1};
}

std::string StoreReader::mark() const {
  std::string marked = info().digest + '\n';
  Query places = database_->query(R"(
      SELECT p.document, p.content, c.status FROM _places p JOIN _contents c ON c.content = p.content
      ORDER BY p.input, p.entry)");
  while (places.step())
    marked += fmt::format("{}\n{} {}\n", places.text_at(0), places.text_at(1), places.text_at(2));
  return sha256_hex(marked);
}

void StoreReader::for_each_row(const Table& table, const RowSink& sink) const {
  bool documents = std::string_view(table.name) == "documents";
  Query places = database_->query(documents ? R"(
      SELECT document, content,
             (SELECT f.document FROM _places f
              WHERE f.content = p.content AND (f.input, f.entry) < (p.input, p.entry)
              ORDER BY f.input, f.entry LIMIT 1)
      FROM _places p ORDER BY input, entry)"
                                            : "SELECT document, content FROM _places ORDER BY input, entry");
  while (places.step())
    unpack_rows(*database_, places.text_at(1), index_of(table), [&](Row& row) {
      row.front() = places.text_at(0);
      if (documents) row.back() = places.text_at(2);
      sink(row);
    });
}

std::string finished_dataset(const std::string& folder) {
  std::string path = folder + "/dataset.sqlite";
  if (state_of(path) != FileState::closed || !StoreReader(path).info().finished)
    throw OutputError(
        fmt::format("{}: no finished dataset; ziping extract INPUT... -o {} makes one", path, folder));
  return path;
}

}  // namespace ziping
