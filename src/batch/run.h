#pragma once

#include "archive/read_archive.h"
#include "batch/observer.h"
#include "ingest/reader.h"
#include "pattern/pattern_set.h"
#include "store/store.h"
#include "write/formats.h"

#include <cstdint>
#include <string>
#include <vector>

namespace ziping {

/// How documents are read.
struct ReadingOptions {
  int jobs = 0;                                 ///< workers; 0 for one a processor
  double timeout = 60;                          ///< seconds without a page, then a document is given up
  std::size_t memory_bytes = 1024ull << 20;     ///< of a worker
  std::uint64_t document_bytes = 500ull << 20;  ///< larger documents are refused
  int max_pages = 5000;                         ///< of a PDF
  PdfReaderChoice pdf_reader = PdfReaderChoice::own;
  bool again = false;                           ///< reads what an earlier run has read, too
  Shard shard;
  ArchiveLimits archive;
};

/// As many as asked for, or one a processor that this process may use.
int jobs_of(const ReadingOptions& options);

struct RunOptions {
  ReadingOptions reading;
  std::string folder;   ///< for the dataset
  std::string program;  ///< version of this program
  std::vector<Format> formats;
  WriteOptions write;
};

/// Reads the inputs into `folder`/dataset.sqlite and writes the dataset from it in the chosen formats. What
/// an earlier run of the same program and patterns has read is kept. The same inputs give the same bytes,
/// however many workers there are, and however often the run was killed and begun again. Throws OutputError,
/// SetupError; what was read stays.
RunSummary run(const std::vector<std::string>& inputs, const PatternSet& patterns, const RunOptions& options,
               RunObserver& observer);

/// Puts the shards of a run together: the dataset that one machine would have written. False where a signal
/// has stopped it. Throws UsageError where they are not all of one run; OutputError.
bool merge(const std::vector<std::string>& shard_folders, const RunOptions& options);

/// Writes a finished dataset in further formats; files of other formats stay. False where a signal has
/// stopped it. Throws OutputError, also where `folder` holds no finished dataset.
bool export_dataset(const RunOptions& options, RunObserver& observer);

}  // namespace ziping
