#include "record/schema.h"

#include "record/rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace ziping {
namespace {

using Cells = std::map<std::string, std::string>;

std::vector<Cells> rows_of(const char* name, const DocumentResult& document) {
  const Table& table = table_named(name);
  std::vector<Cells> rows;
  table.rows(document, [&](const Row& row) {
    ASSERT_EQ(row.size(), table.columns.size());
    Cells cells;
    for (std::size_t i = 0; i < row.size(); ++i) cells[table.columns[i].name] = row[i];
    rows.push_back(cells);
  });
  return rows;
}

/// A document of two lines, `预算` and `共90%以上。`, as a PDF page would give it.
DocumentResult sample() {
  DocumentResult document;
  document.document = "报告/a.pdf";
  document.pages = 1;
  document.placed.chars = U"预算共90%以上。";
  for (std::size_t i = 0; i < document.placed.chars.size(); ++i) {
    auto x = static_cast<float>(10 * (i < 2 ? i : i - 2)), y = i < 2 ? 100.0f : 120.5f;
    document.placed.boxes.push_back({x, y, x + 10, y + 10.126f});
  }
  document.placed.lines = {{.page = 2, .number = 7, .begin = 0, .end = 2, .joins_next = true},
                           {.page = 2, .number = 8, .begin = 2, .end = 9}};
  document.clean.text = "预算共90%以上。\n";
  document.clean.origin = {0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 4, 5, 6, 6, 6, 7, 7, 7, 8, 8, 8, 8};
  document.outline.reports.push_back({.span = {0, 22}, .title = "自评", .fiscal_year = 2021});
  document.outline.sections.push_back({.path = "一/（二）", .heading = "概况", .heading_span = {0, 6}});
  document.figures.push_back({.self_score = Decimal::parse("98.50")});
  return document;
}

Mention ninety_percent() {
  Mention mention;
  mention.section = 0;
  mention.span = {9, 18};
  mention.sentence = {0, 21};
  mention.subject = {0, 6};
  mention.kind = Kind::rate;
  mention.quantity.low = Decimal(90);
  mention.quantity.unit = "percent";
  mention.quantity.comparator = Comparator::ge;
  mention.role = Role::target;
  mention.measure = "rate.execution";
  mention.confidence = 95;
  return mention;
}

TEST(Schema, HasTheColumnsThatOthersRelyOn) {
  std::map<std::string, std::string> names;
  for (const Table& table : tables())
    for (const Column& column : table.columns) names[table.name] += std::string(" ") + column.name;
  EXPECT_EQ(names["documents"],
            " document sha256 bytes media_type pages text_source encoding status error_code error reports"
            " records same_as");
  EXPECT_EQ(
      names["reports"],
      " document report page line title fiscal_year organisation project report_date self_score self_grade"
      " budget_total spend_total execution_rate region document_kind form department goal_target "
      "goal_actual missing");
  EXPECT_EQ(names["sections"], " document report section heading code level page line");
  EXPECT_EQ(names["records"],
            " document report section page line start end box source table row column kind raw value unit "
            "comparator change per role"
            " year concept detail subject sentence pattern confidence repair");
  EXPECT_EQ(
      names["funds"],
      " document report label source initial adjusted executed weight rate score page box inferred repair "
      "missing");
  EXPECT_EQ(
      names["indicators"],
      " document report level1 level2 level3 target target_comparator target_value target_unit actual"
      " actual_comparator actual_value actual_unit weight score reason page box inferred repair missing");
  EXPECT_EQ(names["cells"],
            " document report table row column row_span column_span text page box further inferred");
  EXPECT_EQ(names["findings"], " document report finding rule severity stated computed message records page");
  EXPECT_EQ(names["notices"], " document page code message");
}

TEST(Schema, EveryColumnIsLabelledTwice) {
  for (const Table& table : tables())
    for (const Column& column : table.columns)
      EXPECT_TRUE(*column.label && *column.label_zh) << table.name << "." << column.name;
}

TEST(Schema, ARecordLeadsBackToItsPlace) {
  DocumentResult document = sample();
  document.mentions.push_back(ninety_percent());
  Cells record = rows_of("records", document).at(0);
  EXPECT_EQ(record["document"], "报告/a.pdf");
  EXPECT_EQ(record["section"], "一/（二）");
  EXPECT_EQ(record["page"] + ":" + record["line"], "2:8");
  EXPECT_EQ(record["start"] + "-" + record["end"], "3-8");
  EXPECT_EQ(record["box"], "10 120.5 60 130.63");
  EXPECT_EQ(record["raw"], "90%以上");
}

TEST(Schema, ARecordSaysWhatItMeasures) {
  DocumentResult document = sample();
  document.mentions.push_back(ninety_percent());
  Cells record = rows_of("records", document).at(0);
  EXPECT_EQ(record["kind"] + " " + record["comparator"] + " " + record["value"] + " " + record["unit"],
            "rate ge 90 percent");
  EXPECT_EQ(record["source"] + " " + record["role"] + " " + record["concept"], "prose target rate.execution");
  EXPECT_EQ(record["change"] + record["year"] + record["per"] + record["repair"], "");
  EXPECT_EQ(record["subject"], "预算");
  EXPECT_EQ(record["sentence"], "预算共90%以上。");
  EXPECT_EQ(record["confidence"], "0.95");
}

TEST(Schema, ABoxStaysOnTheFirstLine) {
  EXPECT_EQ(box_of(sample(), {0, 18}), "0 100 20 110.13");
}

TEST(Schema, ATextFileHasNoBoxesAndNoPages) {
  DocumentResult document = sample();
  document.placed.boxes.clear();
  document.pages = 0;
  document.mentions.push_back(ninety_percent());
  EXPECT_EQ(rows_of("records", document).at(0)["box"], "");
  EXPECT_EQ(rows_of("documents", document).at(0)["pages"], "");
}

TEST(Schema, AReportCarriesItsFigures) {
  Cells report = rows_of("reports", sample()).at(0);
  EXPECT_EQ(report["report"] + " " + report["page"] + ":" + report["line"], "1 2:7");
  EXPECT_EQ(report["fiscal_year"] + " " + report["self_score"], "2021 98.5");
  EXPECT_EQ(report["budget_total"], "");
}

TEST(Schema, AnEmptyDocumentHasOneRow) {
  DocumentResult document;
  document.document = "a.pdf";
  document.status = Status::failed;
  EXPECT_EQ(rows_of("documents", document).at(0)["status"], "failed");
  for (const char* name : {"reports", "sections", "records", "funds", "indicators", "cells", "notices"})
    EXPECT_TRUE(rows_of(name, document).empty()) << name;
}

TEST(IsNumber, TakesPlainDecimalsOnly) {
  for (const char* cell : {"0", "-12.5", "100"}) EXPECT_TRUE(is_number(cell)) << cell;
  for (const char* cell : {"", "+1", "80~90", "1:3", "优", "1e5", "1."})
    EXPECT_FALSE(is_number(cell)) << cell;
}

}  // namespace
}  // namespace ziping
