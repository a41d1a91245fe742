#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// The candidate that a mistyped word most likely means: ouput -> output. Empty where none is within
/// a third of its length (insertions, deletions, substitutions, swapped neighbours).
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

/// `; did you mean X?`, with `prefix` before X; empty where nothing is near.
std::string did_you_mean(std::string_view word, const std::vector<std::string>& candidates,
                         const std::string& prefix = "");

}  // namespace ziping
