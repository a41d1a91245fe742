#pragma once

#include "base/span.h"
#include "normalize/clean_text.h"
#include "outline/word_list.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ziping {

/// Words of the pattern files that the outline needs. Filled by pattern/ from fields.toml; the name
/// of the block that fills a list stands beside it. Words are plain text, folded as the clean text is.
struct OutlineWords {
  struct Label {
    std::string field;  ///< project, organisation, report_date, fiscal_year, region, title, contact, ...
    std::string text;   ///< as printed before the colon: 项目名称, 填报日期, ...
    int priority = 0;   ///< where a cover has several labels of a field, the largest with a value wins
  };
  struct KindWord {
    std::string kind;  ///< project_self_evaluation, department_self_evaluation, form, ...
    std::string text;  ///< part of a title: 整体支出绩效自评
    int weight = 0;    ///< the kind with the largest sum of weights wins
  };
  WordTable<Label> labels;              ///< [[label]]
  WordList title_words;                 ///< [[title]]: a title ends with one: 绩效自评报告, 自评表
  WordList title_leads;                 ///< [[title_lead]]: a line above that goes on in the title ends so
  WordList not_title_words;             ///< [[not_title]]: words of sentences about a report: 如下, 撰写
  WordTable<KindWord> kinds;            ///< [[kind]]
  WordTable<KindWord> outline_kinds;    ///< [[outline_kind]]: part of a heading
  WordList placeholders;                ///< [[placeholder]]: cover values that are none: 公章, 单位名称
  WordList generic_projects;            ///< [[generic_project]]: what is left of a title but names no project
  WordList heading_words;       ///< [[heading_word]]: open a heading whose number is lost: 基本情况
  WordList heading_tails;       ///< [[heading_tail]]: end a heading run into text: 情况分析, 措施
  WordList form_words;          ///< [[form_word]]: rows and columns of the forms: 年度资金总额
  WordList organisation_words;  ///< [[organisation_word]]: end the name of an office: 局, 委员会
};

/// A heading and the text under it.
struct Section {
  int report = 1;       ///< 1-based
  std::string path;     ///< 二/（一）/1
  std::string mark;     ///< the number as printed: 二、 （一） 1. ; empty where it is lost
  std::string heading;  ///< without its mark
  std::string code;     ///< from sections.toml, set by pattern/: funds.received, ...
  int level = 1;        ///< 1 is the shallowest
  int parent = -1;      ///< index in Outline::sections
  Span heading_span;    ///< in the clean text, its mark included
  Span body;            ///< from the heading's end to the next heading of any level
};

/// A report inside a file: starts at its own title.
struct Report {
  Span span;          ///< in the clean text
  std::string title;  ///< as printed, one line; lines it is broken over are joined
  std::optional<Span> title_span;
  std::optional<int> fiscal_year;
  std::string organisation, project, region, document_kind;
  std::string report_date;  ///< ISO, as exact as printed: 2024-03-25, 2022-03, 2024
  std::vector<Span> cover;  ///< cover, contents and sign-off lines, in order: no mention stands there
};

struct Outline {
  std::vector<Report> reports;    ///< at least one, in text order, covering the text
  std::vector<Section> sections;  ///< in text order

  /// Index of the innermost section whose body or heading holds `at`; -1 before the first heading
  /// of its report.
  int section_at(std::size_t at) const;
  /// 0-based index of the report that holds `at`.
  int report_at(std::size_t at) const;
};

/// Where the forms of a text stand. Their reader knows it before the outline is made.
struct FormPlaces {
  std::vector<Span> forms;  ///< in text order
  std::vector<Span> cells;  ///< what their cells cover, in text order
};

/// Splits a clean text into reports, cover fields and headings. Headings are found by grammar
/// (style, increment, restart), need no line start, and survive lost, repeated and skipped numbers; none
/// is looked for in the cells of a form. A form begins a report where no title stands between it and the
/// form before.
Outline outline(const CleanText& clean, const OutlineWords& words, const FormPlaces& places = {});

}  // namespace ziping
