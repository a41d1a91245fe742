#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ziping {

/// The words that a regular expression stands for; empty where they are not finite or over `most`.
/// Knows literals, groups, alternation, `?` and classes of single characters.
std::vector<std::string> words_of(const std::string& re, std::size_t most = 20000);

/// Words of which every match of the expression holds one: 扣 and 得 for `[0-9]+分?扣|的得[0-9]`. Empty where
/// no such words can be told.
std::vector<std::string> needed_words(const std::string& re);

}  // namespace ziping
