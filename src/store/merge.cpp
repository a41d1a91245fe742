#include "store/merge.h"

#include "base/error.h"
#include "store/database.h"
#include "store/dataset_file.h"
#include "store/store_reader.h"

#include <fmt/format.h>

#include <filesystem>

namespace ziping {
namespace {

namespace fs = std::filesystem;

struct ShardFile {
  std::string path;
  RunInfo run;
};

template <class... Parts>
[[noreturn]] void refuse(fmt::format_string<Parts...> message, Parts&&... parts) {
  throw UsageError(fmt::format(message, std::forward<Parts>(parts)...));
}

ShardFile open_shard(const std::string& path) {
  if (state_of(path) == FileState::absent) refuse("{}: no such file: not a shard", path);
  if (state_of(path) == FileState::older)
    refuse("{}: was written by an older ziping; run that shard again", path);
  ShardFile shard{path, StoreReader(path).info()};
  if (!shard.run.finished) refuse("{}: its run has not finished; give its command again", path);
  auto [number, count] = shard.run.shard;
  if (number < 1 || number > count) throw OutputError(fmt::format("{}: the file is damaged", path));
  return shard;
}

void check_same(const ShardFile& a, const ShardFile& b, const char* what, const std::string& of_a,
                const std::string& of_b) {
  if (of_a != of_b)
    refuse("shards of different {}: {} has {}, {} has {}; run them again with the same", what, a.path, of_a,
           b.path, of_b);
}

/// That two shards are parts of one run.
void check_pair(const ShardFile& a, const ShardFile& b) {
  check_same(a, b, "versions of ziping", a.run.identity.program, b.run.identity.program);
  check_same(a, b, "pattern sets", a.run.identity.patterns, b.run.identity.patterns);
  check_same(a, b, "settings", a.run.identity.settings, b.run.identity.settings);
  check_same(a, b, "runs", fmt::format("{} shards", a.run.shard.count),
             fmt::format("{} shards", b.run.shard.count));
  check_same(a, b, "inputs", fmt::format("{} of digest {}", a.run.inputs, a.run.listing),
             fmt::format("{} of digest {}", b.run.inputs, b.run.listing));
}

/// That each number from 1 to the count is there once.
void check_complete(const std::vector<ShardFile>& shards) {
  int count = shards.front().run.shard.count;
  std::vector<const ShardFile*> of_number(static_cast<std::size_t>(count) + 1);
  for (const ShardFile& shard : shards) {
    const ShardFile*& found = of_number.at(static_cast<std::size_t>(shard.run.shard.number));
    if (found != nullptr)
      refuse("shard {} of {} is given twice: {} and {}", shard.run.shard.number, count, found->path,
             shard.path);
    found = &shard;
  }
  for (int number = 1; number <= count; ++number)
    if (of_number[static_cast<std::size_t>(number)] == nullptr)
      refuse("shard {} of {} is missing", number, count);
}

std::vector<ShardFile> open_shards(const std::vector<std::string>& paths, const std::string& out_path) {
  if (paths.empty()) refuse("no shards given");
  std::vector<ShardFile> shards;
  for (const std::string& path : paths) {
    std::error_code error;
    if (fs::equivalent(path, out_path, error))
      refuse("{}: is a shard; choose another output folder", out_path);
    shards.push_back(open_shard(path));
    check_pair(shards.front(), shards.back());
  }
  check_complete(shards);
  if (shards.front().run.digest != digest_of(shards.front().run.identity))
    refuse("{}: was written by a ziping with other columns; merge with that one", paths.front());
  return shards;
}

void create_store(const std::string& path, const RunInfo& run) {
  if (state_of(path) != FileState::absent) remove_dataset(path);
  Store store(path, run.identity, Shard{});
  store.begin_listing();
  store.set_listing(run.inputs, run.listing);
  store.close();
}

void add_shard(Database& database, const std::string& path) {
  database.attach(path, "shard");
  {
    Query twice = database.query(
        "SELECT s.document FROM shard._places s JOIN main._places m USING (input, entry) LIMIT 1");
    if (twice.step())
      refuse("{}: holds {}, which is in another shard too", path, std::string(twice.text_at(0)));
  }
  database.exec(R"(
    BEGIN;
    INSERT INTO main._places SELECT * FROM shard._places ORDER BY input, entry;
    INSERT INTO main._contents SELECT * FROM shard._contents ORDER BY content;
    INSERT INTO main._rows SELECT * FROM shard._rows ORDER BY content, table_number, piece;
    COMMIT;
    DETACH shard;)");
}

}  // namespace

void merge_stores(const std::vector<std::string>& shard_paths, const std::string& out_path) {
  std::vector<ShardFile> shards = open_shards(shard_paths, out_path);
  create_store(out_path, shards.front().run);
  Database database(out_path, Database::Open::write);
  for (const ShardFile& shard : shards) add_shard(database, shard.path);
  database.close();
}

}  // namespace ziping
