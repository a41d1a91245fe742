#pragma once

#include <string>

namespace ziping {

/// Something doubtful or skipped that a reader of the dataset should know. A row of table `notices`.
struct Notice {
  int page = 0;         ///< 1-based; 0 where the notice is about the whole document
  std::string code;     ///< short stable word, e.g. `watermark_dropped`
  std::string message;  ///< one English sentence
};

}  // namespace ziping
