#include "batch/processes.h"

#include "ingest/reader.h"
#include "worker/serve_archive.h"
#include "worker/serve_documents.h"

#include <algorithm>

namespace ziping {
namespace {

WorkerLimits limits_of(const ReadingOptions& options) {
  constexpr double kTimeoutToCpu = 3;
  WorkerLimits limits;
  limits.sandbox.memory_bytes = options.memory_bytes;
  limits.sandbox.readable = {reader_data_folder()};
  limits.pdf_reader = options.pdf_reader;
  limits.document_bytes = options.document_bytes;
  limits.cpu_seconds = std::max(1.0, options.timeout / kTimeoutToCpu);
  return limits;
}

/// An archive lies in memory as a whole, and so does one entry in a file; entries that are not read take
/// time.
WorkerLimits unpacker_limits_of(const ReadingOptions& options, std::uint64_t bytes) {
  constexpr double kPatience = 6;
  WorkerLimits limits = limits_of(options);
  limits.sandbox.memory_bytes += bytes;
  limits.sandbox.memory_file_bytes = options.archive.entry_bytes;
  limits.cpu_seconds *= kPatience;
  return limits;
}

}  // namespace

Unpack unpacking_of(const ReadingOptions& options) {
  return [options](Channel& run, std::uint64_t bytes) {
    serve_archive(run, options.archive, unpacker_limits_of(options, bytes));
  };
}

Processes processes_of(const PatternSet& patterns, const ReadingOptions& options) {
  return {[&patterns, options](Channel& run, PageMark& mark) {
            serve_documents(run, mark, patterns, limits_of(options));
          },
          unpacking_of(options)};
}

}  // namespace ziping
