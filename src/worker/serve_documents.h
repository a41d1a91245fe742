#pragma once

#include "ingest/reader.h"
#include "pattern/pattern_set.h"
#include "worker/channel.h"
#include "worker/page_mark.h"
#include "worker/sandbox.h"

#include <cstdint>

namespace ziping {

/// What every process that reads hostile bytes keeps to, and how it reads them.
struct WorkerLimits {
  SandboxLimits sandbox;
  std::uint64_t document_bytes = 500ull << 20;  ///< larger documents are refused
  PdfReaderChoice pdf_reader = PdfReaderChoice::own;
  double cpu_seconds = 20, cpu_seconds_a_page = 0.2;
};

/// The life of a worker: enters the sandbox, then reads one document after the other, as the run sends them,
/// until the run closes the socket or the worker has grown old or large. `mark` tells the page it is at.
void serve_documents(Channel& run, PageMark& mark, const PatternSet& patterns, const WorkerLimits& limits);

}  // namespace ziping
