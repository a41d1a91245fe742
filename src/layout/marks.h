#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace ziping {

/// What the words at a line's start or end say about its paragraph. Lines are given as printed:
/// full-width forms and the spaces of an OCR layer between characters are understood.
/// The forms come from the numbering styles of Chinese official documents.

/// A line without its spaces, full-width ASCII folded: what the functions below look at.
std::u32string squeezed(std::u32string_view line);

/// Begins with a heading or list mark: 第一部分 一、 （一） 1. 1、 （1） 1) ① 附件5 ●. Not with a decimal
/// (`2.5万人`) nor with a date.
bool begins_with_mark(std::u32string_view squeezed);
/// Begins with a short label and a colon: 填报日期：, 项目实施范围、内容：. Not with 其中： or 如下：.
bool begins_with_label(std::u32string_view squeezed);
/// Ends with 。！？；： or their ASCII forms, closing quotes and brackets after them included.
bool ends_sentence(std::u32string_view squeezed);
/// Ends with 、，or an opening bracket: goes on whatever its length.
bool ends_open(std::u32string_view squeezed);
/// Begins with what opens no sentence: 的, a closing bracket, a comma or stop.
bool begins_mid_sentence(std::u32string_view squeezed);
/// A heading that stands alone: a mark, then no comma, stop or colon.
bool is_bare_heading(std::u32string_view squeezed);
/// A title line: short, no punctuation, ends with 报告, 自评表 and the like.
bool is_title(std::u32string_view squeezed);
/// Ends with the name of an office: 局 厅 委员会 政府 中心 办公室.
bool is_office(std::u32string_view squeezed);
/// The whole line is a date: 2024年8月9日, 二〇二四年八月, 2024.3.25.
bool is_date(std::u32string_view squeezed);
/// The whole line stands in one pair of round brackets: (一级预算单位).
bool is_bracketed(std::u32string_view squeezed);
/// The whole line is a number with at most two characters after it: 98.5%, 20万元. A table cell.
bool is_figure(std::u32string_view squeezed);

/// A line that is nothing but a page number.
struct PageNumber {
  int number = 0;
  bool decorated = false;  ///< has dashes around it or the words 第…页: needs no further proof
};
/// Reads `— 3 —`, `- 1 -`, `第 3 页 共 12 页`, `3/12`, `3`, and the forms an OCR layer makes of them
/// (`一 1]14 一`, `-- 10 一`). Empty for anything else.
std::optional<PageNumber> read_page_number(std::u32string_view squeezed);

}  // namespace ziping
