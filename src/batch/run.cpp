#include "batch/run.h"

#include "archive/read_archive.h"
#include "base/error.h"
#include "base/files.h"
#include "batch/reading.h"
#include "batch/results.h"
#include "batch/run_lock.h"
#include "batch/stop_signals.h"
#include "batch/writing.h"
#include "ingest/reader.h"
#include "store/dataset_file.h"
#include "store/merge.h"
#include "store/store_reader.h"

#include <fmt/format.h>

#include <filesystem>

namespace ziping {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDataset = "/dataset.sqlite";

RunIdentity identity_of(const PatternSet& patterns, const RunOptions& options) {
  return {
      options.program, patterns.digest(), fmt::format("max_pages={}", options.reading.max_pages),
      fmt::format("timeout={} max_memory={}", options.reading.timeout, options.reading.memory_bytes >> 20)};
}

/// Does what `make` plans. False where a signal has stopped it.
bool write_described(RunOptions options, RunObserver& observer, StopSignals& signals,
                     decltype(write_plan)& make) {
  auto rows = options.write.rows = std::make_shared<RowCount>();
  auto tick = [&] { observer.wrote(rows->rows()); };
  WritePlan plan = make(options.folder, options.formats, options.write, jobs_of(options.reading));
  return write_files(plan.tasks, signals, tick) && write_files(plan.then, signals, tick);
}

/// Writes what people open from a store that is closed. False where a signal has stopped it.
bool write_dataset(const RunOptions& options, RunObserver& observer, StopSignals& signals) {
  remove_formats(options.folder);
  return write_described(options, observer, signals, write_plan);
}

}  // namespace

RunSummary run(const std::vector<std::string>& inputs, const PatternSet& patterns, const RunOptions& options,
               RunObserver& observer) {
  make_folder(options.folder);
  RunLock lock(options.folder);
  StopSignals signals;
  prepare_readers();
  prepare_archives();
  Store store(options.folder + kDataset, identity_of(patterns, options), options.reading.shard);
  store.begin_listing();
  Results results(store, inputs.size(), options.reading, observer);
  Processes processes = processes_of(patterns, options.reading);
  Feed feed(inputs, processes, options.reading, results);
  Reading reading(feed, processes, options.reading, results, signals, observer);
  bool whole = reading.run();
  if (whole) {
    store.set_listing(results.listing().count(), results.listing().digest());
    store.close();
    results.tell_writing();
    whole = write_dataset(options, observer, signals);
  }
  RunSummary summary = results.summary();
  summary.stopped = !whole;
  observer.end(summary);
  return summary;
}

bool merge(const std::vector<std::string>& shard_folders, const RunOptions& options) {
  make_folder(options.folder);
  RunLock lock(options.folder);
  StopSignals signals;
  std::vector<std::string> shards;
  for (const std::string& folder : shard_folders) shards.push_back(folder + kDataset);
  merge_stores(shards, options.folder + kDataset);
  RunObserver nobody;
  return write_dataset(options, nobody, signals);
}

bool export_dataset(const RunOptions& options, RunObserver& observer) {
  finished_dataset(options.folder);
  RunLock lock(options.folder);
  StopSignals signals;
  return write_described(options, observer, signals, format_plan);
}

}  // namespace ziping
