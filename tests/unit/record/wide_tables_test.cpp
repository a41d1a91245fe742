#include "record/dataset_sql.h"
#include "record/schema.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace ziping {
namespace {

/// A report of 2022 with these mentions.
DocumentResult document_of(std::vector<Mention> mentions) {
  DocumentResult document;
  document.document = "a.txt";
  document.outline.reports.push_back({.title = "自评", .fiscal_year = 2022});
  document.figures.emplace_back();
  document.mentions = std::move(mentions);
  return document;
}

Mention amount(const char* measure, int yuan, Role role) {
  Mention mention;
  mention.measure = measure;
  mention.kind = Kind::amount;
  mention.quantity.low = Decimal(yuan);
  mention.quantity.unit = "CNY";
  mention.role = role;
  return mention;
}

std::string wide_cell(const DocumentResult& document, const char* name) {
  const Table& table = table_named("wide_reports");
  std::string cell;
  table.rows(document, [&](const Row& row) {
    auto column = std::find_if(table.columns.begin(), table.columns.end(),
                               [&](const Column& each) { return each.name == std::string_view(name); });
    cell = row[static_cast<std::size_t>(column - table.columns.begin())];
  });
  return cell;
}

TEST(WideReports, TakesTheFirstFigureOfAConcept) {
  DocumentResult document =
      document_of({amount("received.total", 300, Role::actual), amount("received.total", 500, Role::actual)});
  EXPECT_EQ(wide_cell(document, "received_total"), "300");
  EXPECT_EQ(wide_cell(document, "received_central"), "");
  EXPECT_EQ(wide_cell(document, "fiscal_year"), "2022");
}

TEST(WideReports, LeavesOutWhatIsNotTheFigureOfTheYear) {
  Mention target = amount("received.total", 1, Role::target),
          prior = amount("received.total", 2, Role::prior);
  Mention change = amount("received.total", 3, Role::actual), per_person = change, range = change,
          other_year = change;
  change.change = Change::increase;
  per_person.per = "人";
  range.quantity.high = Decimal(9);
  other_year.year = 2021;
  Mention percent = amount("received.total", 4, Role::actual);
  percent.quantity.unit = "percent";
  DocumentResult document = document_of({target, prior, change, per_person, range, other_year, percent});
  EXPECT_EQ(wide_cell(document, "received_total"), "");
}

TEST(WideReports, ABudgetIsATarget) {
  EXPECT_EQ(wide_cell(document_of({amount("budget.central", 70, Role::target)}), "budget_central"), "70");
}

TEST(WideReports, SayWhyTheyAreEmpty) {
  DocumentResult document = document_of({});
  EXPECT_EQ(wide_cell(document, "missing"), "");
  document.status = Status::partial;
  EXPECT_EQ(wide_cell(document, "missing"), "illegible: *");
  document.outline.reports[0].document_kind = "template";
  EXPECT_EQ(wide_cell(document, "missing"), "not_applicable: *");
}

TEST(DatasetSql, TablesSayWhatTheyBelongTo) {
  EXPECT_THAT(create_table_sql(table_named("notices")),
              testing::EndsWith(R"(FOREIGN KEY ("document") REFERENCES "documents" ("document")))"));
  EXPECT_EQ(create_key_sql(table_named("documents"), true),
            R"(CREATE UNIQUE INDEX documents_document ON "documents" ("document"))");
  EXPECT_EQ(create_key_sql(table_named("records"), true), "");
  EXPECT_THAT(
      create_index_sql(table_named("records")),
      testing::ElementsAre(R"(CREATE INDEX records_document_report ON "records" ("document", "report"))",
                           R"(CREATE INDEX records_concept_year ON "records" ("concept", "year"))"));
}

}  // namespace
}  // namespace ziping
