#pragma once

#include <cstdint>
#include <string>

namespace ziping {

/// All bytes of a file that is open, wherever it stands. Throws InputError `unreadable`, `too_large`.
std::string read_open_file(int descriptor, std::uint64_t limit);

}  // namespace ziping
