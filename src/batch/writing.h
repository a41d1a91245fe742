#pragma once

#include "batch/stop_signals.h"
#include "write/plan.h"

#include <functional>
#include <vector>

namespace ziping {

/// Runs each task in a process of its own; calls `tick` at least twice a second. False where a signal has
/// stopped them. Throws OutputError with the words of the first that failed.
bool write_files(const std::vector<WriteTask>& tasks, StopSignals& signals,
                 const std::function<void()>& tick);

}  // namespace ziping
