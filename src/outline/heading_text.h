#pragma once

#include "base/span.h"
#include "outline/outline.h"

#include <string_view>

namespace ziping {

/// The words of a heading and how sure their end is.
struct HeadingText {
  Span words;        ///< without mark and without the 。 or ： that ends it
  bool cut = false;  ///< ended by length alone: the paragraph is body text with a number
};

/// Where the heading that begins at `begin` ends: at the first 。 or ：, at the end of a short paragraph,
/// at a word that ends headings where body text runs on (`…情况分析2023年…`), or else after a
/// comma or some 30 characters. `end` is the end of its paragraph.
HeadingText heading_text(std::string_view text, std::size_t begin, std::size_t end,
                         const OutlineWords& words);

/// The words say that they are a heading: they begin or end as headings do.
bool looks_like_heading(std::string_view heading, const OutlineWords& words);

}  // namespace ziping
