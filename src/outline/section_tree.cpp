#include "outline/section_tree.h"

namespace ziping {

std::size_t SectionTree::find(MarkStyle style) const {
  for (std::size_t i = stack_.size(); i-- > 0;)
    if (stack_[i].style == style) return i;
  return npos;
}

/// The innermost list that this number continues; one with the same delimiter before any other.
std::size_t SectionTree::continued_by(const ListMark& mark) const {
  std::size_t found = npos;
  for (std::size_t i = 0; i < stack_.size(); ++i) {
    if (stack_[i].style != mark.style || stack_[i].number + 1 != mark.number) continue;
    bool same = stack_[i].delimiter == mark.delimiter;
    if (same || found == npos || stack_[found].delimiter != mark.delimiter) found = i;
  }
  return found;
}

bool SectionTree::expects(const ListMark& mark) const {
  return continued_by(mark) != npos;
}

int SectionTree::next_number(MarkStyle style) const {
  std::size_t at = find(style);
  return at == npos ? 1 : stack_[at].number + 1;
}

std::vector<MarkStyle> SectionTree::open_styles() const {
  std::vector<MarkStyle> styles;
  for (const Open& open : stack_) styles.push_back(open.style);
  return styles;
}

/// Depth for a style that is not open: below everything that is usually shallower, but never in place
/// of the report's own top style (`1.` may stand for 一、).
std::size_t SectionTree::canonical_place(MarkStyle style) const {
  for (std::size_t i = stack_.size(); i-- > 0;)
    if (stack_[i].style < style) return i + 1;
  bool top_is_word = !stack_.empty() && stack_[0].style == MarkStyle::word;
  return top_is_word ? 0 : stack_.size();
}

/// Depth of a new heading: what stands at that depth and below is closed.
std::size_t SectionTree::place_of(const ListMark& mark) const {
  std::size_t continued = continued_by(mark);
  if (continued != npos) return continued;
  std::size_t open = find(mark.style);
  if (open == npos) return canonical_place(mark.style);
  bool list = mark.style >= MarkStyle::arabic && mark.style <= MarkStyle::circled;
  if (mark.number != 1 || !list) return open;
  // A list that starts again: below the heading it follows, unless it follows its own kind directly.
  bool own_kind = open + 1 == stack_.size() && stack_[open].delimiter == mark.delimiter;
  return own_kind ? open : stack_.size();
}

void SectionTree::add(const ListMark& mark, std::string_view printed, std::string_view heading, Span span) {
  std::size_t depth = place_of(mark);
  stack_.resize(depth);
  Section section;
  section.report = report_;
  section.parent = depth ? stack_.back().section : -1;
  section.level = static_cast<int>(depth) + 1;
  section.path = depth ? sections_[static_cast<std::size_t>(section.parent)].path + "/" : "";
  section.path += mark.style == MarkStyle::word ? std::string(heading) : path_step(mark.style, mark.number);
  section.mark = printed;
  section.heading = heading;
  section.heading_span = span;
  stack_.push_back({mark.style, mark.number, mark.delimiter, static_cast<int>(sections_.size())});
  sections_.push_back(std::move(section));
}

}  // namespace ziping
