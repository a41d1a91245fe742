#pragma once

#include <string>
#include <vector>

namespace ziping {

/// From now on this thread opens only files below `readable`, only for reading, and no TCP connection, and
/// sends no signal outside (landlock; the kernel refuses with EACCES). Returns the kernel's landlock ABI, 0
/// where nothing applied. Folders that do not exist are passed over.
int restrict_files(const std::vector<std::string>& readable);

}  // namespace ziping
