#pragma once

#include "app/status_line.h"
#include "batch/observer.h"

#include <functional>
#include <memory>
#include <string>

namespace ziping {

/// How a run is shown, and where.
struct ObserverOptions {
  std::string folder;     ///< OUT
  bool csv = true;        ///< documents.csv is written; else failures are listed in dataset.sqlite alone
  bool quiet = false;     ///< failures, and nothing else
  bool log_json = false;  ///< JSON Lines instead of sentences, see JsonLog

  bool live = false;  ///< `write` leads to a terminal: a line is kept up to date there
  bool colour = false;
  std::function<int()> width;  ///< columns of that terminal, now
  TextSink write;
  Clock clock;
};

/// With `live`, `colour`, `width`, `write` of standard error and a clock that no one sets.
ObserverOptions stderr_options();

/// Shows a run as the options say. Whatever paths and messages hold, a terminal is sent no control character
/// of theirs.
std::unique_ptr<RunObserver> make_observer(ObserverOptions options);

}  // namespace ziping
