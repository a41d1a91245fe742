#pragma once

#include "app/progress.h"

#include <string>

namespace ziping {

/// A run for machines: JSON Lines, each an object whose first fields are
///   event    begin, document, notice, progress, writing, end
///   seconds  since the beginning of the run
/// and then, by event,
///   begin              inputs, jobs, sandbox
///   document           document, status, origin (read, kept, copied), pages, records, reading_seconds;
///                      code and message where status is failed
///   notice             code, document (where it is about one), message
///   progress, writing  inputs, inputs_done, documents, failed, pages; progress each 10 s
///   end                documents, ok, partial, failed, skipped, failures (an object: counts by code), kept,
///                      copied, records, pages, stopped
/// A run whose last line is no `end` has not ended. With `quiet` only failed documents are logged.
class JsonLog : public RunObserver {
 public:
  explicit JsonLog(ObserverOptions options);

  void begin(const RunStart& start) override;
  void document(const DocumentReport& report) override;
  void notice(const std::string& code, const std::string& document, const std::string& message) override;
  void progress(const RunProgress& progress) override;
  void writing(const RunProgress& progress) override;
  void end(const RunSummary& summary) override;

 private:
  double seconds() const { return options_.clock() - began_; }
  void log(const std::string& object, bool failure = false);
  void log_progress(const char* event, const RunProgress& progress);

  ObserverOptions options_;
  double began_;
  double logged_at_ = 0;  ///< the last `progress`
};

}  // namespace ziping
