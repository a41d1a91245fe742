#pragma once

#include "worker/sandbox.h"

namespace ziping {

/// From now on only calls that reading a document needs reach the kernel; the others fail with EPERM
/// (seccomp, for all threads). Returns whether it applied; not so in a container that has no seccomp.
bool restrict_calls(const SandboxLimits& limits);

}  // namespace ziping
