#pragma once

#include "base/span.h"
#include "form/cell_table.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// A run of characters without a space, the smallest piece that a flattened table is cut into.
struct FlatWord {
  std::uint32_t begin = 0, end = 0;  ///< range in PlacedText::chars
  int page = 1;
  int line = 0;               ///< counts printed lines, blank ones too
  bool opens_line = false;    ///< nothing stands before it
  float height = 0;           ///< of its middle on the page, in points; 0 in a text file
  float left = 0, right = 0;  ///< in characters of the line: columns of a text file, ems of a PDF
  Span span;                  ///< of the clean text
  std::string_view text;      ///< of the clean text: folded

  float middle() const { return (left + right) / 2; }
};

/// A range of words, [begin, end).
struct WordRange {
  int begin = 0, end = 0;

  bool empty() const { return begin >= end; }
  int size() const { return end - begin; }
  friend bool operator==(const WordRange&, const WordRange&) = default;
};

/// The words of the lines that are no furniture and lie in none of `taken`; of a PDF by their places: from
/// the top down, from left to right. `clean` must outlive them.
std::vector<FlatWord> flat_words(const CleanText& clean, const PlacedText& placed,
                                 const std::vector<CellTable>& taken);

/// Where the characters [begin, end) of the placed text stand in the clean text, spaces and line ends
/// around them left out.
Span clean_span_of(const CleanText& clean, std::uint32_t begin, std::uint32_t end);

/// Whether a line shares text with one of some tables.
bool is_taken(const CleanText& clean, const Line& line, const std::vector<CellTable>& taken);

/// What the words say, one after the other.
std::string joined(const std::vector<FlatWord>& words, WordRange range);

/// Half ems that a text takes.
int half_ems(std::string_view text);

}  // namespace ziping
