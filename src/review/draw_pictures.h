#pragma once

#include "batch/stop_signals.h"
#include "review/picture_folder.h"
#include "review/picture_sources.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace ziping {

struct DrawingOptions {
  std::string sources;  ///< folder that paths of documents begin in; empty: the current one
  int jobs = 1;         ///< drawing processes
  double timeout = 20;  ///< seconds for a page
  /// Hears of pages that are drawn, or given up, of how many.
  std::function<void(std::size_t done, std::size_t pages)> on_page;
  /// Hears why a document has not all its pictures: absent, changed, password, damaged, timeout, crash, …
  std::function<void(const WantedPictures&, const std::string& code)> on_problem;
};

/// Draws the pages that are wanted into the folder, by processes in a sandbox. False where a signal has
/// stopped it; what is drawn stays. Throws OutputError, SetupError.
bool draw_pictures(const std::vector<WantedPictures>& wanted, const PictureFolder& folder,
                   const DrawingOptions& options, StopSignals& signals);

}  // namespace ziping
