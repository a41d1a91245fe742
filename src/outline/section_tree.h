#pragma once

#include "outline/mark.h"
#include "outline/outline.h"

#include <optional>
#include <string>
#include <vector>

namespace ziping {

/// The headings of one report, nested by the styles of their numbers as they appear. Numbers that are
/// repeated, skipped or out of level never break the tree.
class SectionTree {
 public:
  /// `sections` receives the sections; `report` is 1-based.
  SectionTree(std::vector<Section>& sections, int report) : sections_(sections), report_(report) {}

  /// The number continues an open list: one more than the last of its style.
  bool expects(const ListMark& mark) const;
  /// The number that a lost one of this style most likely was.
  int next_number(MarkStyle style) const;
  bool is_open(MarkStyle style) const { return find(style) != npos; }
  bool empty() const { return stack_.empty(); }
  std::vector<MarkStyle> open_styles() const;

  /// Adds a heading. `printed` is the mark as it stands in the text, empty where it is lost.
  void add(const ListMark& mark, std::string_view printed, std::string_view heading, Span span);

 private:
  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
  struct Open {
    MarkStyle style;
    int number;
    char delimiter;
    int section;  ///< index in sections_
  };
  std::size_t find(MarkStyle style) const;
  std::size_t continued_by(const ListMark& mark) const;
  std::size_t place_of(const ListMark& mark) const;
  std::size_t canonical_place(MarkStyle style) const;

  std::vector<Section>& sections_;
  std::vector<Open> stack_;
  int report_;
};

}  // namespace ziping
