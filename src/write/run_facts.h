#pragma once

#include "write/row_count.h"

#include <memory>
#include <string>

namespace ziping {

/// How a dataset is written.
struct WriteOptions {
  bool bom = false;                ///< CSV as Excel wants it: see CsvFlavour
  std::shared_ptr<RowCount> rows;  ///< where the rows of all files are counted; null for nowhere
};

/// What the files beside a dataset say of the run that made it. It comes from the store, so that a merged
/// dataset says what that of one machine says.
struct RunFacts {
  std::string version;          ///< of ziping: 0.1.0
  std::string patterns_digest;  ///< SHA-256 of the pattern set
  std::string settings;         ///< limits that change what is read: max_pages=5000
  std::string command;          ///< that makes this dataset again from the same inputs
};

}  // namespace ziping
