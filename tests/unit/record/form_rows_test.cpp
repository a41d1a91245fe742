// Rows of forms and of their cells.
#include "record/cell_places.h"
#include "record/schema.h"

#include <gtest/gtest.h>

#include <map>

namespace ziping {
namespace {

using Cells = std::map<std::string, std::string>;

std::vector<Cells> rows_of(const char* name, const DocumentResult& document) {
  const Table& table = table_named(name);
  std::vector<Cells> rows;
  table.rows(document, [&](const Row& row) {
    Cells cells;
    for (std::size_t i = 0; i < row.size(); ++i) cells[table.columns[i].name] = row[i];
    rows.push_back(cells);
  });
  return rows;
}

/// A table of two rows, A1 B1 over A2 B2, a character a cell; a page break cuts its first cell, and its
/// last one is empty. A2 names an indicator, B1 holds its target.
DocumentResult sample() {
  DocumentResult document;
  document.document = "a.pdf";
  document.placed.chars = U"甲6乙";
  document.placed.boxes = {{10, 90, 20, 100}, {60, 90, 70, 100}, {10, 20, 20, 30}};
  document.placed.lines = {{.page = 1, .number = 1, .begin = 0, .end = 1, .role = LineRole::cell},
                           {.page = 1, .number = 2, .begin = 1, .end = 2, .role = LineRole::cell},
                           {.page = 2, .number = 1, .begin = 2, .end = 3, .role = LineRole::cell}};
  document.clean.text = "甲\n6\n乙\n";
  document.clean.origin = {0, 0, 0, 0, 1, 1, 2, 2, 2, 2};
  PlacedTable placed{.rows = 2, .columns = 2, .cells = {}, .parts = {}};
  placed.cells = {{0, 0, 1, 1, 0, 1, {{1, {5, 80, 50, 110}}, {2, {5, 10, 50, 15}}}},
                  {0, 1, 1, 1, 1, 2, {{1, {50, 80, 99.5F, 110}}}},
                  {1, 0, 1, 1, 2, 3, {{2, {5, 15, 50, 35}}}},
                  {1, 1, 1, 1, 0, 0, {{2, {50, 15, 99.5F, 35}}}}};
  document.placed.tables.push_back(placed);
  document.forms.tables = ruled_tables(document.clean, document.placed);
  document.outline.reports.push_back({.span = {0, document.clean.text.size()}});
  document.figures.emplace_back();

  Form form{.variant = "V3", .span = {0, 9}, .tables = {0}};
  form.head.goal_target = "目标";
  IndicatorRow row;
  row.level3 = "乙";
  row.name_cell = {0, 2};
  Quantity quantity;
  quantity.low = *Decimal::parse("412.60");
  quantity.unit = "CNY";
  quantity.comparator = Comparator::ge;
  row.target = {"≥412.60元/亩", quantity, "亩", {0, 1}};
  form.indicators.push_back(row);
  FundRow total{.label = "甲", .source = "total", .adjusted = Decimal(60000), .label_cell = {0, 0}};
  form.funds.push_back(total);
  form.uses.push_back({{0, 1}, ColumnRole::adjusted, 0, true, false});
  document.forms.forms.push_back(form);
  return document;
}

TEST(FormRows, AnIndicatorKeepsItsTextAndItsValue) {
  Cells row = rows_of("indicators", sample()).at(0);
  EXPECT_EQ(row["report"] + " " + row["level3"] + " " + row["page"], "1 乙 2");
  EXPECT_EQ(row["target"] + " " + row["target_comparator"], "≥412.60元/亩 ge");
  EXPECT_EQ(row["target_value"] + " " + row["target_unit"], "412.6 CNY/亩");
  EXPECT_EQ(row["actual"] + row["actual_value"] + row["actual_comparator"] + row["weight"], "");
  EXPECT_EQ(row["inferred"] + " " + row["box"], "0 5 15 50 35");
}

TEST(FormRows, AFundRowHasTheBoxOfItsCells) {
  Cells row = rows_of("funds", sample()).at(0);
  EXPECT_EQ(row["label"] + " " + row["source"] + " " + row["adjusted"], "甲 total 60000");
  EXPECT_EQ(row["initial"] + row["executed"] + row["rate"], "");
  EXPECT_EQ(row["page"] + " " + row["box"], "1 5 80 99.5 110");
}

TEST(FormRows, ACellThatABreakCutsSaysWhereItGoesOn) {
  std::vector<Cells> cells = rows_of("cells", sample());
  ASSERT_EQ(cells.size(), 3U);  // the fourth is empty
  EXPECT_EQ(cells[0]["text"] + " " + cells[0]["page"] + " " + cells[0]["box"], "甲 1 5 80 50 110");
  EXPECT_EQ(cells[0]["further"], "2:5 10 50 15");
}

TEST(FormRows, ATableThatIsNotDrawnHasTheBoxesOfItsCharacters) {
  DocumentResult document = sample();
  document.forms.tables[0].placed = -1;
  document.forms.tables[0].inferred = true;
  Cells cell = rows_of("cells", document).at(2);
  EXPECT_EQ(cell["page"] + " " + cell["box"] + " " + cell["inferred"], "2 10 20 20 30 1");
  EXPECT_EQ(rows_of("funds", document).at(0)["box"], "10 90 70 100");
}

TEST(FormRows, AReportNamesItsForm) {
  Cells report = rows_of("reports", sample()).at(0);
  EXPECT_EQ(report["form"] + " " + report["goal_target"], "V3 目标");
}

TEST(FormRows, ARecordOfACellNamesIt) {
  DocumentResult document = sample();
  Mention mention;
  mention.span = {4, 5};
  mention.sentence = {0, 9};
  mention.table = 0;
  mention.cell = 1;
  document.mentions.push_back(mention);
  Cells record = rows_of("records", document).at(0);
  EXPECT_EQ(record["source"] + " " + record["table"] + " " + record["row"] + " " + record["column"],
            "table 1 1 2");
  EXPECT_EQ(record["sentence"], "甲 | 6 | 乙");
}

}  // namespace
}  // namespace ziping
