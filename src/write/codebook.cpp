#include "write/codebook.h"

#include "base/utf8.h"

#include <fmt/format.h>

namespace ziping {
namespace {

constexpr ColumnType text = ColumnType::text, integer = ColumnType::integer;
constexpr std::size_t kExample = 60;  ///< characters of an example

/// `amount = money 金额; rate = …`; of words that are not fixed those found: `budget.total 31; …`
std::string shown_words(const Column& column, const ColumnFacts& facts) {
  std::string list;
  for (const auto& [word, cells] : facts.words)
    list += fmt::format("{}{} {}", list.empty() ? "" : "; ", word, cells);
  if (column.codes == nullptr) return list;
  for (const Code& code : *column.codes)
    list += fmt::format("{}{} = {} {}", list.empty() ? "" : "; ", code.word, code.label, code.label_zh);
  return list;
}

std::string count(std::size_t value) {
  return fmt::to_string(value);
}

std::string shortened(const std::string& example) {
  if (count_chars(example) <= kExample) return example;
  return to_utf8(std::u32string_view(to_utf32(example)).substr(0, kExample)) + "…";
}

Row codebook_row(const Table& table, const Column& column, std::size_t rows, const ColumnFacts& facts) {
  return {table.name,
          column.name,
          column.label,
          column.label_zh,
          type_name(column.type),
          column.unit,
          shown_words(column, facts),
          name_of(column.empty),
          count(rows),
          count(facts.filled),
          count(facts.empties(Missing::not_stated)),
          count(facts.empties(Missing::illegible)),
          count(facts.empties(Missing::not_applicable)),
          facts.min,
          facts.max,
          shortened(facts.example),
          facts.example_place};
}

/// A cell of a Markdown table: on one line, bars and what reads as a tag escaped.
std::string markdown_cell(const std::string& cell) {
  std::string out;
  for (char c : cell) {
    if (c == '|' || c == '<' || c == '*' || c == '_' || c == '`' || c == '\\') out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

std::string markdown_row(const Row& cells) {
  std::string line = "|";
  for (const std::string& cell : cells) line += " " + markdown_cell(cell) + " |";
  return line + "\n";
}

}  // namespace

const Table kCodebookTable{
    "codebook",
    "a column of the dataset",
    "数据字典",
    {{"table", text, "Table", "表"},
     {"column", text, "Column", "列"},
     {"label", text, "What it holds", "说明"},
     {"label_zh", text, "What it holds, in Chinese", "中文名称"},
     {"type", text, "text, integer, number; number or text: 80~90 and 优 stand as they are", "类型"},
     {"unit", text, "Unit of its numbers", "单位"},
     {"values", text, "Words that it may hold; where they are not fixed those found, with their cells",
      "取值"},
     {"empty_means", text, "What an empty cell means, where column missing does not say", "空值含义"},
     {"rows", integer, "Rows of the table", "行数"},
     {"filled", integer, "Cells that are not empty", "非空数"},
     {"not_stated", integer, "Cells empty because nothing is stated", "未说明数"},
     {"illegible", integer, "Cells empty because a page could not be read", "无法辨认数"},
     {"not_applicable", integer, "Cells empty because there is nothing to say", "不适用数"},
     {"min", text, "Least number", "最小值"},
     {"max", text, "Greatest number", "最大值"},
     {"example", text, "First value", "示例"},
     {"example_place", text, "Document and page of that value", "示例出处"}},
    {}};

const char* type_name(ColumnType type) {
  switch (type) {
    case ColumnType::text:
      return "text";
    case ColumnType::integer:
      return "integer";
    case ColumnType::number:
      return "number";
    case ColumnType::figure:
      return "number or text";
  }
  return "";
}

std::vector<Row> codebook_rows(const std::vector<TableFacts>& facts) {
  std::vector<Row> rows;
  for (const TableFacts& table : facts)
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      rows.push_back(codebook_row(*table.table, table.table->columns[i], table.rows, table.columns[i]));
  return rows;
}

std::string codebook_markdown(const std::vector<TableFacts>& facts) {
  std::string out =
      "# Codebook 数据字典\n\n"
      "An empty cell means *not stated* (未说明: the document does not say), *illegible* (无法辨认: it may "
      "stand on a\n"
      "page that could not be read) or *not applicable* (不适用: there is nothing to say). Which of them is "
      "told by\n"
      "column `missing` where a table has one and it names the column, else by \"empty means\" below.\n";
  for (const TableFacts& table : facts) {
    out += fmt::format("\n## {}\n\nOne row is {} ({}). {} row{}.\n\n", table.table->name, table.table->label,
                       table.table->label_zh, table.rows, table.rows == 1 ? "" : "s");
    out += markdown_row({"column", "中文", "holds", "type", "unit", "values", "empty means", "filled",
                         "not stated", "illegible", "not applicable", "min", "max", "example", "where"});
    out += "|---|---|---|---|---|---|---|---:|---:|---:|---:|---:|---:|---|---|\n";
    for (const Row& row : codebook_rows({table}))
      out += markdown_row({row[1], row[3], row[2], row[4], row[5], row[6], row[7], row[9], row[10], row[11],
                           row[12], row[13], row[14], row[15], row[16]});
  }
  return out;
}

}  // namespace ziping
