#pragma once

#include "base/utf8.h"

#include <string>
#include <string_view>

namespace ziping::scan {

/// Without spaces, list bullets and the marks of other converters (`#`, `*`) at both ends.
std::string_view trim(std::string_view text);
/// Without the spaces that stand beside a Han character: what an OCR layer has torn apart.
std::string joined(std::string_view text);

/// Bytes of the bracket that opens `text` (closes it for `closing`): round, square, angle, full
/// width or not; OCR layers confuse them, so any closes any. 0 where there is none.
std::size_t opening(std::string_view text);
std::size_t closing(std::string_view text);
/// Bytes of the bracketed group that begins `text`, at most `limit` characters of content.
std::size_t group_prefix(std::string_view text, int limit = 20);
/// Where the bracketed group that ends `text` begins; text.size() where there is none.
std::size_t group_suffix(std::string_view text, int limit = 20);
/// Content of a bracketed group.
std::string_view inside(std::string_view group);
/// `text` without the bracketed groups at its end.
std::string_view without_tail_groups(std::string_view text);

/// `text` holds at most `limit` characters.
bool at_most(std::string_view text, std::size_t limit);
/// The first `count` characters.
std::string_view head(std::string_view text, std::size_t count);
/// Holds one of ，。；！？ (commas count where `commas`).
bool has_sentence_mark(std::string_view text, bool commas = true);

/// Reads 一 … 九十九 at `at` and moves past it; 0 where there is none.
int han_number(std::string_view text, std::size_t& at);
/// Reads up to `most` ASCII digits at `at` and moves past them; -1 where there is none or more follow.
int digits(std::string_view text, std::size_t& at, int most);
void skip_spaces(std::string_view text, std::size_t& at);
/// Moves past `word` where it stands at `at`.
bool skip(std::string_view text, std::size_t& at, std::string_view word);

}  // namespace ziping::scan
