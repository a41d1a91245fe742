#pragma once

#include "pattern/pattern_set.h"
#include "record/document_result.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// What a fuzz target is: reads any bytes, returns 0, and ends the program where a promise is broken.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace ziping::fuzz {

inline std::string text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Ends the program with `promise` where `kept` is false.
void require(bool kept, const char* promise);

/// The set of patterns/, read once.
const PatternSet& house_patterns();

// What each stage promises to the next, for any input.
void check(const SourceDocument& source);
void check(const PlacedText& placed);
void check(const CleanText& clean, const PlacedText& placed);
void check(const Outline& outline, const std::string& text);
void check(const std::vector<Mention>& mentions, const Outline& outline, const std::string& text);
/// A whole result: its stages, and its rows in every table.
void check(const DocumentResult& result);

}  // namespace ziping::fuzz
