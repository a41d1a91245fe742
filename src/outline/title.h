#pragma once

#include "base/span.h"
#include "outline/outline.h"
#include "outline/paragraphs.h"

#include <optional>
#include <string_view>
#include <vector>

namespace ziping {

/// A title and the paragraphs it is broken over.
struct Title {
  std::size_t first = 0, last = 0;  ///< paragraphs, both included
  Span span;                        ///< without `附件5：` before it
  bool annex = false;               ///< `附件5：` stood before it on its line
};

/// Titles of the text in order. A title is a short line, or a few, that ends with a title word and
/// is no sentence, heading, name in 《》 or contents line.
std::vector<Title> find_titles(std::string_view text, const std::vector<Paragraph>& paragraphs,
                               const OutlineWords& words);

/// `text` of the title's lines put together.
std::string title_text(std::string_view text, const std::vector<Paragraph>& paragraphs, const Title& title);

/// `附件5`, `附件：`, `附表2`: the bytes of such words at the start of a line.
std::size_t annex_prefix(std::string_view line);

/// A line that is the name of an office and no more: 某县教育局, 某镇人民政府.
bool is_office_line(std::string_view line, const OutlineWords& words);

}  // namespace ziping
