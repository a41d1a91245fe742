#pragma once

#include "app/pace.h"
#include "app/progress.h"
#include "app/run_sentences.h"
#include "app/status_line.h"

#include <cstddef>
#include <optional>
#include <string>

namespace ziping {

/// A run in sentences for people: failures and notices as they come, how far it is (in the last line of a
/// terminal; elsewhere a line each 30 s), and a summary. Failures that an earlier run has told are counted,
/// not told again.
class SentenceLog : public RunObserver {
 public:
  explicit SentenceLog(ObserverOptions options);

  void document(const DocumentReport& report) override;
  void notice(const std::string& code, const std::string& document, const std::string& message) override;
  void progress(const RunProgress& progress) override;
  void writing(const RunProgress& progress) override;
  void wrote(std::size_t rows) override;
  void end(const RunSummary& summary) override;

 private:
  void print(const std::string& line);
  bool line_is_due();

  ObserverOptions options_;
  std::optional<StatusLine> status_line_;
  double printed_at_;  ///< the last progress line that stays
  Pace pages_{10};
  TimeLeft time_left_;
  std::string writing_ = "writing";
  std::size_t records_ = 0, kept_ = 0, told_ = 0;
};

}  // namespace ziping
