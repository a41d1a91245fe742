#pragma once

#include "base/word_finder.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// Words that say nothing of their own: 我市, 全年, 共.
struct Fillers {
  explicit Fillers(const std::vector<std::string>& list) : words(list), finder(list) {}

  const std::vector<std::string>& words;
  WordFinder finder;
};

/// The characters that say what a figure is, in any order: those of its words without digits, marks and
/// fillers. Sorted, so that 维修养护小型水库 and 小型水库维修养护 are the same.
std::u32string core_of(std::string_view words, const Fillers& fillers);

/// Every character of the one is among those of the other.
bool holds(const std::u32string& whole, const std::u32string& part);

/// The neighbouring characters of a text, digits all alike; sorted.
using Frame = std::vector<std::uint64_t>;
Frame frame_of(std::string_view text);
/// How many of them two texts share, in percent.
int likeness(const Frame& a, const Frame& b);

/// What tells two figures with the same words apart: the level words in the text, and the character
/// before each word for a place or a part of the year (甲县, 三季).
std::vector<std::string> marks_of(std::string_view text, const WordFinder& levels);

}  // namespace ziping
