#pragma once

#include "base/span.h"
#include "outline/outline.h"

#include <string_view>
#include <vector>

namespace ziping {

/// A line of the clean text that is not empty, without the spaces around it.
struct Paragraph {
  Span span;
  bool contents = false;  ///< a line of a table of contents
  int cell = 0;           ///< in a form: its number among the form's lines, from 1
};

std::vector<Paragraph> split_paragraphs(std::string_view text);

/// Marks the lines of tables of contents: by their leaders (`......3`, `……(1)`, PAGEREF), and after 目录
/// the lines up to where the first of them comes again as a heading.
void mark_contents(std::string_view text, std::vector<Paragraph>& paragraphs);

/// Numbers the lines that stand in cells of forms.
void mark_cells(const FormPlaces& places, std::vector<Paragraph>& paragraphs);

}  // namespace ziping
