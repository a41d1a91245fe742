#include "record/dataset_sql.h"

#include "record/wide_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace ziping {
namespace {

/// A quoted name: `end` is a word of SQL.
std::string quoted(std::string_view name) {
  return fmt::format("\"{}\"", name);
}

std::string quoted_list(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + quoted(name);
  return list;
}

bool has_column(const Table& table, std::string_view name) {
  return column_index(table, name) >= 0;
}

/// `p.title`; decimal texts as numbers.
std::string report_cells() {
  const Table& reports = table_named("reports");
  std::string list;
  for (const char* name : report_columns()) {
    bool decimal = column_named(reports, name).type == ColumnType::number;
    list +=
        decimal ? fmt::format("  CAST(p.{0} AS NUMERIC) AS {0},\n", name) : fmt::format("  p.{},\n", name);
  }
  return list;
}

/// `(concept IN ('budget.central', …) AND unit = 'CNY')` for the columns that share unit and roles.
std::string concept_conditions() {
  std::map<std::pair<std::string, bool>, std::string> concepts;
  for (const ConceptColumn& column : concept_columns()) {
    std::string& list = concepts[{column.column.unit, column.planned}];
    list += fmt::format("{}'{}'", list.empty() ? "" : ", ", column.concept_code);
  }
  std::string conditions;
  for (const auto& [rule, list] : concepts)
    conditions +=
        fmt::format("{}(r.unit = '{}' AND r.role IN ({}'actual', 'other') AND r.concept IN ({}))",
                    conditions.empty() ? "" : "\n    OR ", rule.first, rule.second ? "'target', " : "", list);
  return conditions;
}

/// Column `missing`: as why_not_stated().
std::string missing_sql() {
  return fmt::format(
      ",\n  CASE WHEN p.document_kind IN ('template', 'model_text') THEN '{}: *'\n"
      "       WHEN d.status = '{}' THEN '{}: *' END AS missing",
      name_of(Missing::not_applicable), name_of(Status::partial), name_of(Missing::illegible));
}

std::string wide_reports_view() {
  std::string cells;
  for (const ConceptColumn& column : concept_columns())
    cells += fmt::format("{}  MAX(CASE WHEN s.concept = '{}' THEN CAST(s.value AS NUMERIC) END) AS {}",
                         cells.empty() ? "" : ",\n", column.concept_code, column.column.name);
  return fmt::format(
      "CREATE VIEW wide_reports AS\n"
      "WITH stated AS (\n"
      "  SELECT r.document, r.report, r.concept, r.value,\n"
      "    ROW_NUMBER() OVER (PARTITION BY r.document, r.report, r.concept ORDER BY r.rowid) AS place\n"
      "  FROM records r JOIN reports p ON p.document = r.document AND p.report = r.report\n"
      "  WHERE r.change IS NULL AND r.per IS NULL AND r.comparator IN ('eq', 'approx')\n"
      "    AND r.value NOT GLOB '*[^-.0-9]*' AND (r.year IS NULL OR p.fiscal_year IS NULL OR r.year = "
      "p.fiscal_year)\n"
      "    AND ({}))\n"
      "SELECT\n{}{}{}\n"
      "FROM reports p JOIN documents d ON d.document = p.document\n"
      "LEFT JOIN stated s ON s.document = p.document AND s.report = p.report AND s.place = 1\n"
      "GROUP BY p.rowid ORDER BY p.rowid",
      concept_conditions(), report_cells(), cells, missing_sql());
}

std::string wide_funds_view() {
  std::string cells;
  for (const FundColumn& column : fund_columns())
    cells += fmt::format("{}  MAX(CASE WHEN f.source = '{}' THEN CAST(f.{} AS NUMERIC) END) AS {}",
                         cells.empty() ? "" : ",\n", column.source, column.field, column.column.name);
  return fmt::format(
      "CREATE VIEW wide_funds AS\n"
      "WITH first AS (\n"
      "  SELECT *, ROW_NUMBER() OVER (PARTITION BY document, report, source ORDER BY rowid) AS place FROM "
      "funds)\n"
      "SELECT\n{}{}{}\n"
      "FROM reports p JOIN documents d ON d.document = p.document\n"
      "JOIN first f ON f.document = p.document AND f.report = p.report AND f.place = 1\n"
      "GROUP BY p.rowid ORDER BY p.rowid",
      report_cells(), cells, missing_sql());
}

std::string index_sql(const Table& table, const std::vector<std::string>& names, bool unique) {
  return fmt::format("CREATE {}INDEX {}_{} ON {} ({})", unique ? "UNIQUE " : "", table.name,
                     fmt::join(names, "_"), quoted(table.name), quoted_list(names));
}

}  // namespace

std::string create_table_sql(const Table& table) {
  std::string columns;
  for (const Column& column : table.columns)
    columns += fmt::format("{}{} {}", columns.empty() ? "" : ", ", quoted(column.name),
                           column.type == ColumnType::integer ? "INTEGER" : "TEXT");
  if (const Table* parent = parent_of(table))
    columns += fmt::format(", FOREIGN KEY ({0}) REFERENCES {1} ({0})", quoted_list(parent->key),
                           quoted(parent->name));
  return fmt::format("CREATE TABLE {} ({})", quoted(table.name), columns);
}

std::string create_key_sql(const Table& table, bool unique) {
  bool referred_to = std::any_of(tables().begin(), tables().end(),
                                 [&](const Table& other) { return parent_of(other) == &table; });
  return referred_to ? index_sql(table, table.key, unique) : "";
}

std::vector<std::string> create_index_sql(const Table& table) {
  std::vector<std::string> statements;
  auto add = [&](const std::vector<std::string>& names) {
    statements.push_back(index_sql(table, names, false));
  };
  const Table* parent = parent_of(table);
  if (parent != nullptr && create_key_sql(table, true).empty()) add(parent->key);
  if (has_column(table, "concept")) add({"concept", "year"});
  if (has_column(table, "fiscal_year")) add({"fiscal_year"});
  return statements;
}

std::string create_view_sql(const Table& table) {
  if (table.name == std::string_view("wide_reports")) return wide_reports_view();
  if (table.name == std::string_view("wide_funds")) return wide_funds_view();
  return "";
}

}  // namespace ziping
