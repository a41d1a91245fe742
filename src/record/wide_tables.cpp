#include "record/wide_tables.h"

#include "record/fields.h"
#include "record/wide_columns.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

namespace ziping {
namespace {

/// The cells of a row by the names of their columns.
class NamedRow {
 public:
  NamedRow(const Table& table, const Row& row) : table_(table), row_(row) {}

  const std::string& operator[](std::string_view name) const {
    return row_[static_cast<std::size_t>(column_index(table_, name))];
  }

 private:
  const Table& table_;
  const Row& row_;
};

/// The cells of report_columns() of each report of a document.
std::vector<Row> report_rows(const DocumentResult& document) {
  const Table& reports = table_named("reports");
  std::vector<Row> rows;
  reports.rows(document, [&](const Row& row) {
    Row cells;
    for (const char* name : report_columns()) cells.push_back(NamedRow(reports, row)[name]);
    rows.push_back(std::move(cells));
  });
  return rows;
}

/// Places in concept_columns() by their concept.
const std::unordered_map<std::string_view, std::vector<std::size_t>>& columns_of_concepts() {
  static const auto kPlaces = [] {
    std::unordered_map<std::string_view, std::vector<std::size_t>> places;
    const auto& columns = concept_columns();
    for (std::size_t i = 0; i < columns.size(); ++i) places[columns[i].concept_code].push_back(i);
    return places;
  }();
  return kPlaces;
}

/// Whether a mention may stand in a column of its concept: see ConceptColumn.
bool fits(const Mention& mention, const ConceptColumn& column, const Report& report) {
  const Quantity& quantity = mention.quantity;
  bool single = (quantity.comparator == Comparator::eq || quantity.comparator == Comparator::approx) &&
                quantity.word.empty() && !quantity.high;
  bool of_year = !mention.year || !report.fiscal_year || mention.year == report.fiscal_year;
  bool of_role = mention.role == Role::actual || mention.role == Role::other ||
                 (column.planned && mention.role == Role::target);
  return single && of_year && of_role && mention.change == Change::none && mention.per.empty() &&
         quantity.unit == column.column.unit;
}

void add_concepts(const DocumentResult& document, std::vector<Row>& rows) {
  const auto& columns = concept_columns();
  std::size_t first = report_columns().size();
  for (Row& row : rows) row.resize(first + columns.size());
  for (const Mention& mention : document.mentions) {
    auto of_concept = columns_of_concepts().find(mention.measure);
    if (of_concept == columns_of_concepts().end()) continue;
    auto report = static_cast<std::size_t>(mention.report - 1);
    for (std::size_t i : of_concept->second) {
      std::string& cell = rows.at(report)[first + i];
      if (cell.empty() && fits(mention, columns[i], document.outline.reports[report]))
        cell = mention.quantity.str();
    }
  }
}

/// The first funds row of each report and source, as a row of table funds.
using FirstFunds = std::map<std::pair<std::string, std::string>, Row>;
FirstFunds first_funds(const DocumentResult& document) {
  const Table& funds = table_named("funds");
  FirstFunds first;
  funds.rows(document, [&](const Row& row) {
    NamedRow cells(funds, row);
    first.try_emplace({cells["report"], cells["source"]}, row);
  });
  return first;
}

void add_funds(const DocumentResult& document, std::vector<Row>& rows) {
  const Table& funds = table_named("funds");
  FirstFunds first = first_funds(document);
  std::erase_if(rows, [&](const Row& row) {
    return std::none_of(first.begin(), first.end(),
                        [&](const auto& fund) { return fund.first.first == row[1]; });
  });
  for (Row& row : rows)
    for (const FundColumn& column : fund_columns()) {
      auto found = first.find({row[1], column.source});
      row.push_back(found == first.end() ? "" : NamedRow(funds, found->second)[column.field]);
    }
}

/// Of column `missing`: a report is empty for one reason in all columns.
std::string missing_cell(const DocumentResult& document, const Row& row) {
  const auto& names = report_columns();
  auto kind = std::find(names.begin(), names.end(), std::string_view("document_kind")) - names.begin();
  Missing why = why_not_stated(document.status, row[static_cast<std::size_t>(kind)]);
  return why == Missing::not_stated ? "" : std::string(name_of(why)) + ": *";
}

Table wide_table(const char* name, const char* label, const char* label_zh,
                 void (*add)(const DocumentResult&, std::vector<Row>&)) {
  Table table{name, label, label_zh, {}, {}, {"document", "report"}};
  table.rows = [add](const DocumentResult& document, const RowSink& sink) {
    std::vector<Row> rows = report_rows(document);
    add(document, rows);
    for (Row& row : rows) {
      row.push_back(missing_cell(document, row));
      sink(row);
    }
  };
  return table;
}

void add_report_columns(const Table& reports, Table& wide) {
  for (const char* name : report_columns()) wide.columns.push_back(column_named(reports, name));
}

}  // namespace

Table wide_reports_table(const Table& reports) {
  Table table =
      wide_table("wide_reports", "a report, with a column for each main concept", "报告宽表", add_concepts);
  add_report_columns(reports, table);
  for (const ConceptColumn& column : concept_columns()) table.columns.push_back(column.column);
  table.columns.push_back(fields::kMissingColumn);
  return table;
}

Table wide_funds_table(const Table& reports) {
  Table table = wide_table("wide_funds", "a report with a form, with a column for each source of its funds",
                           "资金宽表", add_funds);
  add_report_columns(reports, table);
  for (const FundColumn& column : fund_columns()) table.columns.push_back(column.column);
  table.columns.push_back(fields::kMissingColumn);
  return table;
}

}  // namespace ziping
