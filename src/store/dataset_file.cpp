#include "store/dataset_file.h"

#include "base/error.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <string_view>
#include <utility>

namespace ziping {
namespace {

namespace fs = std::filesystem;

/// Marks the file as ours (`file` and sqlite3 show it): "zipi".
constexpr std::uint32_t kApplicationId = 0x7A697069;
/// Rises with every change of the tables.
constexpr std::uint32_t kSchemaVersion = 4;

/// What SQLite leaves beside a file that it has open, or had open when it was killed.
constexpr const char* kSides[] = {"-wal", "-journal", "-shm"};

[[noreturn]] void fail(const std::string& path, const std::string& reason) {
  throw OutputError(fmt::format("{}: {}", path, reason));
}

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

/// The head of an SQLite file (sqlite.org/fileformat.html, part 1.3); less where the file is shorter.
std::string head_of(const std::string& path) {
  std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (!file && (errno == ENOENT || errno == ENOTDIR)) return {};
  std::string head(100, '\0');
  if (file) head.resize(std::fread(head.data(), 1, head.size(), file.get()));
  if (!file || std::ferror(file.get())) fail(path, fmt::format("cannot be read: {}", std::strerror(errno)));
  return head;
}

std::uint32_t number_at(const std::string& head, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(head[i]);
  return value;
}

bool has_sides(const std::string& path) {
  for (const char* side : kSides)
    if (fs::exists(path + side)) return true;
  return false;
}

/// Writes a file or a folder's entries through to the disk.
void sync(const std::string& path) {
  int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  bool done = file >= 0 && fsync(file) == 0;
  int error = errno;
  if (file >= 0) ::close(file);
  if (!done) fail(path, fmt::format("cannot be written: {}", std::strerror(error)));
}

std::string folder_of(const std::string& path) {
  std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

}  // namespace

FileState state_of(const std::string& path) {
  using namespace std::string_view_literals;
  constexpr std::size_t kWriteVersion = 18, kUserVersion = 60, kApplication = 68;
  std::string head = head_of(path);
  if (head.empty()) return FileState::absent;
  if (head.size() < 100 || !head.starts_with("SQLite format 3\0"sv) ||
      number_at(head, kApplication) != kApplicationId)
    fail(path, "is in the way: it is no dataset of ziping; move it or choose another output folder");
  std::uint32_t version = number_at(head, kUserVersion);
  if (version > kSchemaVersion)
    fail(path, "was written by a newer ziping; use that one or choose another output folder");
  if (version < kSchemaVersion) return FileState::older;
  bool write_ahead = head[kWriteVersion] != 1;
  return write_ahead || has_sides(path) ? FileState::running : FileState::closed;
}

/// Its sides first: beside another file they would be taken for changes to that one.
void remove_dataset(const std::string& path) {
  for (const char* side : kSides) std::remove((path + side).c_str());
  std::remove(path.c_str());
}

void create_store_tables(Database& database) {
  Transaction transaction(database);
  database.exec(
      fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", kApplicationId, kSchemaVersion));
  database.exec(R"(
    CREATE TABLE _run (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE _places (input INTEGER, entry INTEGER, document TEXT NOT NULL, content TEXT NOT NULL,
                          PRIMARY KEY (input, entry)) WITHOUT ROWID;
    CREATE INDEX _places_of_content ON _places (content, input, entry);
    CREATE TABLE _contents (content TEXT PRIMARY KEY, identity TEXT NOT NULL, limits TEXT NOT NULL, status TEXT NOT NULL,
                            error_code TEXT NOT NULL, error TEXT NOT NULL, pages INTEGER NOT NULL,
                            records INTEGER NOT NULL, contradictions INTEGER NOT NULL) WITHOUT ROWID;
    CREATE TABLE _rows (content TEXT, table_number INTEGER, piece INTEGER, bytes BLOB NOT NULL,
                        PRIMARY KEY (content, table_number, piece)) WITHOUT ROWID;)");
  transaction.commit();
}

NewDataset::Part::Part(std::string name) : path(std::move(name)) {
  remove_dataset(path);
}

NewDataset::Part::~Part() {
  remove_dataset(path);
}

NewDataset::NewDataset(const std::string& path) : path_(path), part_(path + ".part") {
  if (state_of(path) != FileState::closed) fail(path, "its run has not ended");
  database_.emplace(part_.path, Database::Open::write);
  database_->exec("PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
  create_store_tables(*database_);
  copy_store();
}

void NewDataset::copy_store() {
  database_->attach(path_, "store");
  {
    Query lost = database_->query(R"(SELECT document FROM store._places p WHERE NOT EXISTS (
        SELECT 1 FROM store._contents c JOIN store._run r ON r.name = 'identity' AND r.value = c.identity
        WHERE c.content = p.content) LIMIT 1)");
    if (lost.step())
      fail(path_, fmt::format("has no rows of {}; give the same command again", lost.text_at(0)));
  }
  database_->exec(R"(
    BEGIN;
    INSERT INTO main._run SELECT * FROM store._run WHERE name <> 'finished' ORDER BY name;
    INSERT INTO main._run VALUES ('finished', '1');
    INSERT INTO main._places SELECT * FROM store._places ORDER BY input, entry;
    INSERT INTO main._contents SELECT * FROM store._contents c
      WHERE EXISTS (SELECT 1 FROM store._places p WHERE p.content = c.content) ORDER BY content;
    INSERT INTO main._rows SELECT * FROM store._rows r
      WHERE EXISTS (SELECT 1 FROM store._places p WHERE p.content = r.content)
      ORDER BY content, table_number, piece;
    COMMIT;
    DETACH store;)");
}

/// The store must be whole in its one file: a write-ahead log of the old file would be replayed into the new
/// one.
void NewDataset::finish() {
  database_->close();
  database_.reset();
  sync(part_.path);
  if (state_of(path_) != FileState::closed) fail(path_, "another program is using it");
  sync(folder_of(path_));
  if (std::rename(part_.path.c_str(), path_.c_str()) != 0)
    fail(path_, fmt::format("cannot be written: {}", std::strerror(errno)));
  sync(folder_of(path_));
}

}  // namespace ziping
