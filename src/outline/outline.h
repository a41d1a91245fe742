#pragma once

#include "base/span.h"
#include "normalize/clean_text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// Words of the pattern files that the outline needs. Filled by pattern/ from fields.toml.
struct OutlineWords {
  struct Label {
    std::string field;  ///< project, organisation, unit, report_date, fiscal_year, region, title
    std::string text;   ///< as printed before the colon: 项目名称, 填报日期, ...
  };
  struct KindWord {
    std::string kind;  ///< project_self_evaluation, department_self_evaluation, transfer_payment_self_evaluation, form, ...
    std::string text;  ///< part of a title: 整体支出绩效自评
    int weight = 0;    ///< the heaviest kind whose words a title holds wins
  };
  std::vector<Label> labels;
  std::vector<std::string> title_words;      ///< a title holds one of these: 绩效自评报告, 自评表, ...
  std::vector<KindWord> kinds;
  std::vector<std::string> placeholders;     ///< cover values that are none: 公章, (盖章), XX
  std::vector<std::string> heading_words;    ///< words that open a heading whose number is lost: 基本情况, ...
};

/// A heading and the text under it.
struct Section {
  int report = 1;         ///< 1-based
  std::string path;       ///< 二/（一）/1
  std::string mark;       ///< the number as printed: 二、 （一） 1. ; empty where it is lost
  std::string heading;    ///< without its mark
  std::string code;       ///< from sections.toml, set by pattern/: funds.received, ...
  int level = 1;          ///< 1 is the shallowest
  int parent = -1;        ///< index in Outline::sections
  Span heading_span;      ///< in the clean text
  Span body;              ///< from the heading's end to the next heading of any level
};

/// A report inside a file: starts at its own title.
struct Report {
  Span span;                          ///< in the clean text
  std::string title;                  ///< as printed, one line; spaces of the source kept between words
  std::optional<Span> title_span;
  std::optional<int> fiscal_year;
  std::string organisation, project, report_date, region, document_kind;
  std::vector<Span> cover;            ///< spans of cover and sign-off lines: no mention stands there
};

struct Outline {
  std::vector<Report> reports;    ///< at least one, in text order, covering the text
  std::vector<Section> sections;  ///< in text order

  /// Index of the innermost section whose body or heading holds `at`; -1 before the first heading.
  int section_at(std::size_t at) const;
  /// 0-based index of the report that holds `at`.
  int report_at(std::size_t at) const;
};

/// Splits a clean text into reports, cover fields and headings. Headings are found by grammar
/// (style, increment, restart), need no line start, and survive lost, repeated and skipped numbers.
Outline outline(const CleanText& clean, const OutlineWords& words);

}  // namespace ziping
