#pragma once

#include "record/document_result.h"

#include <cstddef>
#include <map>
#include <string>

namespace ziping {

/// How a run begins.
struct RunStart {
  std::size_t inputs = 0;  ///< files and archives
  int jobs = 1;
  std::string sandbox;  ///< what shuts the workers in: "seccomp, landlock 7, 1024 MB"
};

/// Where a document's rows come from.
enum class Origin {
  read,    ///< by this run
  kept,    ///< by an earlier run, with the same program and patterns
  copied,  ///< another place of the same content
};

/// A document whose rows are stored.
struct DocumentReport {
  std::string document;  ///< path as tables show it
  Status status = Status::ok;
  std::string error_code, error;  ///< where status is failed
  int pages = 0;
  std::size_t records = 0;
  std::size_t contradictions = 0;  ///< that the audit found
  Origin origin = Origin::read;
  double seconds = 0;  ///< from the beginning of its reading to its last row
};

/// How far a run is.
struct RunProgress {
  std::size_t inputs = 0, inputs_done = 0;  ///< an archive is one input
  std::size_t documents = 0;                ///< stored
  std::size_t failed = 0;
  std::size_t pages = 0;  ///< read by this run
  double seconds = 0;     ///< since its beginning
};

/// What a run has done, and how fast.
struct RunSummary {
  std::size_t ok = 0, partial = 0, failed = 0, skipped = 0;
  std::map<std::string, std::size_t> failures;  ///< failed documents by error code
  std::size_t kept = 0, copied = 0;             ///< of those documents; see Origin
  std::size_t records = 0;
  std::size_t contradictions = 0;  ///< that the audit found
  std::size_t contradictory = 0;   ///< documents that hold them
  std::size_t pages = 0;           ///< read by this run
  double seconds = 0;
  bool stopped = false;  ///< by a signal, before its end
  std::string sandbox;   ///< as RunStart has it

  std::size_t documents() const { return ok + partial + failed + skipped; }
};

/// Somebody who watches a run. Called from the run's own thread: a call that takes long holds the run up.
class RunObserver {
 public:
  virtual ~RunObserver() = default;
  virtual void begin(const RunStart&) {}
  virtual void document(const DocumentReport&) {}
  /// A worker that died and what becomes of its document; a limit that could not be set; and the like.
  virtual void notice(const std::string& /*code*/, const std::string& /*document*/,
                      const std::string& /*message*/) {}
  /// At least twice a second while documents are read.
  virtual void progress(const RunProgress&) {}
  /// All is read, and the files of the dataset are being written.
  virtual void writing(const RunProgress&) {}
  /// Rows in these files so far, at least twice a second.
  virtual void wrote(std::size_t /*rows*/) {}
  virtual void end(const RunSummary&) {}
};

}  // namespace ziping
