#pragma once

#include "base/descriptor.h"

#include <signal.h>

namespace ziping {

/// While it lives, Ctrl-C and what else asks the program to end (INT, TERM, HUP) is seen here and kills
/// nothing.
class StopSignals {
 public:
  StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  ~StopSignals();

  /// For poll(): readable when a signal has come.
  int descriptor() const { return descriptor_.get(); }
  /// Whether one has come.
  bool stopped();

 private:
  sigset_t before_{};
  Descriptor descriptor_;
  bool stopped_ = false;
};

}  // namespace ziping
