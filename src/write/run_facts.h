#pragma once

#include <string>

namespace ziping {

/// What the files beside a dataset say of the run that made it. Nothing in it may differ between two runs of
/// the same command over the same inputs: no times, no count of workers.
struct RunFacts {
  std::string version;                    ///< of ziping: 0.1.0
  std::string libraries;                  ///< Poppler 22.12.0, ICU 72.1, …
  std::string patterns, patterns_digest;  ///< version and SHA-256 of the pattern set
  std::string settings;                   ///< limits that change what is read; may be empty
  std::string command;                    ///< that makes this dataset again: ziping extract scans -o OUT
};

/// How a dataset is written.
struct WriteOptions {
  bool bom = false;  ///< CSV as Excel wants it: see CsvFlavour
  RunFacts run;
};

}  // namespace ziping
