#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ziping {

/// Numbering styles of headings, shallow to deep as they are usually nested.
enum class MarkStyle {
  part,          ///< 第一部分
  han,           ///< 一、 一.
  han_paren,     ///< （一）
  arabic,        ///< 1. 1、 ⒈
  arabic_paren,  ///< （1） 1) ⑴
  circled,       ///< ①
  word,          ///< no number: a word that opens a heading
};

/// The number before a heading.
struct ListMark {
  MarkStyle style = MarkStyle::word;
  int number = 0;         ///< 0 where it is lost
  std::size_t size = 0;   ///< bytes, the spaces after it included
  char delimiter = 0;     ///< '.' or ',' (for 、) where a style has both
  bool doubtful = false;  ///< needs more evidence than its shape: `2资金支出情况`, `一，`, `7.21个`
};

/// The mark that `text` begins with. Values (`2.3万余家`, `3.5%`), dates and lists of ordinals (`一、二级`)
/// are none; `7.21个` and `2资金` are doubtful.
std::optional<ListMark> read_mark(std::string_view text);
/// What is left of a mark whose number is lost: `、市级…`, `）总体…`, `—、基本…`. Always doubtful.
std::optional<ListMark> read_lost_mark(std::string_view text);

/// A step of a section path: 第一部分, 二, （一）, 1, （1）, ①.
std::string path_step(MarkStyle style, int number);

}  // namespace ziping
