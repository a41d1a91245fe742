#include "store/store.h"

#include "store/database.h"
#include "store/dataset_file.h"

#include <fmt/format.h>

#include <string_view>

namespace ziping {
namespace {

constexpr std::string_view kUnread = "path:";

/// A file that is new, or whose first transaction was cut short and rolled back.
bool is_empty(const Database& database) {
  Query version = database.query("PRAGMA user_version");
  return !version.step() || version.integer_at(0) == 0;
}

}  // namespace

std::string unread_key(const std::string& document) {
  return std::string(kUnread) + document;
}

Store::Store(const std::string& path, const RunIdentity& identity, const Shard& shard)
    : run_(identity), shard_(shard), identity_(digest_of(identity)) {
  FileState state = state_of(path);
  if (state == FileState::absent || state == FileState::older) remove_dataset(path);
  remove_dataset(path + ".part");
  database_ = std::make_unique<Database>(path, Database::Open::write);
  database_->exec("PRAGMA page_size = 4096; PRAGMA synchronous = NORMAL;");
  if (is_empty(*database_)) create_store_tables(*database_);
  // With the lock held throughout, the log needs no shared memory: it works on network file systems too.
  database_->exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL;");
}

Store::~Store() = default;

void Store::begin_listing() {
  Transaction transaction(*database_);
  for (const char* table : {"_rows", "_contents"})
    database_->exec(fmt::format("DELETE FROM {0} WHERE content >= 'path:' AND content < 'path;'", table));
  database_->exec("DELETE FROM _places; DELETE FROM _run;");
  set("program", run_.program);
  set("patterns", run_.patterns);
  set("settings", run_.settings);
  set("limits", run_.limits);
  set("identity", identity_);
  set("shard", fmt::to_string(shard_.number));
  set("shards", fmt::to_string(shard_.count));
  transaction.commit();
}

/// Limits under which a document holds as read; empty for all. A crash may be want of memory; one whose
/// workers somebody else has killed is read again.
std::string_view Store::limits_of(const PackedDocument& document) const {
  const std::string& code = document.error_code;
  if (code == "killed") return "none";
  return code == "timeout" || code == "memory" || code == "crash" ? std::string_view(run_.limits) : "";
}

bool Store::has(const std::string& content) const {
  return summary_of(content).has_value();
}

std::optional<StoredSummary> Store::summary_of(const std::string& content) const {
  if (content.starts_with(kUnread)) return std::nullopt;
  Query query = database_->query(
      "SELECT status, error_code, error, pages, records, contradictions FROM _contents "
      "WHERE content = ? AND identity = ? AND limits IN ('', ?)");
  if (!query.text(content).text(identity_).text(run_.limits).step()) return std::nullopt;
  return read_summary(query, 0);
}

void Store::add(const std::string& content, const PackedDocument& document,
                const std::vector<StoredPlace>& places) {
  Transaction transaction(*database_);
  database_->query("DELETE FROM _rows WHERE content = ?").text(content).run();
  database_->query("INSERT OR REPLACE INTO _contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
      .text(content)
      .text(identity_)
      .text(limits_of(document))
      .text(name_of(document.status))
      .text(document.error_code)
      .text(document.error)
      .integer(document.pages)
      .integer(static_cast<std::int64_t>(document.records))
      .integer(static_cast<std::int64_t>(document.contradictions))
      .run();
  std::int64_t piece = 0;
  for (const PackedRows& rows : document.rows)
    database_->query("INSERT INTO _rows VALUES (?, ?, ?, ?)")
        .text(content)
        .integer(rows.table)
        .integer(piece++)
        .blob(rows.bytes)
        .run();
  insert(places);
  transaction.commit();
}

void Store::add_places(const std::vector<StoredPlace>& places) {
  Transaction transaction(*database_);
  insert(places);
  transaction.commit();
}

void Store::insert(const std::vector<StoredPlace>& places) {
  for (const StoredPlace& place : places)
    database_->query("INSERT OR REPLACE INTO _places VALUES (?, ?, ?, ?)")
        .integer(place.order.input)
        .integer(place.order.entry)
        .text(place.document)
        .text(place.content)
        .run();
}

void Store::set_listing(std::int64_t count, const std::string& digest) {
  Transaction transaction(*database_);
  set("inputs", fmt::to_string(count));
  set("listing", digest);
  transaction.commit();
}

void Store::set(const char* name, const std::string& value) {
  database_->query("INSERT OR REPLACE INTO _run VALUES (?, ?)").text(name).text(value).run();
}

void Store::close() {
  database_->exec("PRAGMA journal_mode = DELETE;");
  database_->close();
  database_.reset();
}

}  // namespace ziping
