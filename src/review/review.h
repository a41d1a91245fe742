#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>

namespace ziping {

struct ReviewOptions {
  std::string folder;   ///< of the dataset
  std::string sources;  ///< folder that paths of documents begin in; empty: the current one
  std::string program;  ///< version of this program
  bool pictures = true;
  int jobs = 1;  ///< drawing processes
  /// Hears of pages that are drawn.
  std::function<void(std::size_t done, std::size_t pages)> on_page;
};

struct ReviewSummary {
  bool stopped = false;  ///< by a signal; what is drawn stays
  std::string page;      ///< file to open
  std::size_t documents = 0, records = 0;
  std::size_t drawn = 0;                        ///< pictures, by this command
  std::map<std::string, std::size_t> problems;  ///< documents that lack pictures, by code: absent, changed, …
};

/// Makes `folder`/review: a page that opens in a browser, and all it needs. Pictures that are there are kept.
/// Throws OutputError, also where there is no finished dataset; SetupError.
ReviewSummary make_review(const ReviewOptions& options);

struct AppliedVerdicts {
  std::size_t read = 0, kept = 0;  ///< rows of the file; verdicts in the dataset now
  std::size_t lost = 0;            ///< of these, without the row that they are about
};

/// Brings the verdicts of a file into the dataset: file verdicts.csv, tables `verdicts` and
/// `reviewed_records`, and into the review page. Of two about the same row the later stays. Throws
/// UsageError, InputError, OutputError.
AppliedVerdicts apply_verdicts(const std::string& folder, const std::string& file);

}  // namespace ziping
