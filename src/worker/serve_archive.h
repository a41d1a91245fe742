#pragma once

#include "archive/read_archive.h"
#include "worker/channel.h"
#include "worker/serve_documents.h"

namespace ziping {

/// The life of an unpacker: enters the sandbox and gives the run the documents of the one archive that it
/// sends, each in a file in memory. It waits for a credit before each of them.
void serve_archive(Channel& run, const ArchiveLimits& archive_limits, const WorkerLimits& limits);

}  // namespace ziping
