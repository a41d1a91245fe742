#include "write/package.h"

#include "base/files.h"
#include "write/codebook.h"

#include "../store/support.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

namespace ziping {
namespace {

using testing::HasSubstr;

/// Describes a dataset of one file that could not be read.
void describe(const std::string& folder) {
  PackageWriter writer(folder, [] {
    return PackageSources{{"0.1.0", "ab12", "max_pages=5000", "ziping extract INPUT... -o OUT"}, {}};
  });
  DocumentResult document;
  document.document = "报告`a|.pdf";
  document.status = Status::failed;
  document.sha256 = sha256_hex("a");
  for (const Table& table : tables()) {
    writer.begin(table);
    table.rows(document, [&](const Row& row) { writer.row(row); });
    writer.end();
  }
  writer.finish();
}

TEST(Package, TellsOfTheRun) {
  TemporaryFolder folder;
  describe(folder.path);
  EXPECT_THAT(folder.names(), testing::UnorderedElementsAre("codebook.csv", "codebook.md", "datapackage.json",
                                                            "CITATION.cff", "README.md"));
  std::string readme = read_file(folder / "README.md");
  EXPECT_THAT(readme, HasSubstr("1 document: 1 failed."));
  EXPECT_THAT(readme, HasSubstr("| `报告?a?.pdf` | 0 | `" + sha256_hex("a") + "` |"));
  EXPECT_THAT(read_file(folder / "datapackage.json"), HasSubstr("\"hash\": \"sha256:" + sha256_hex("a")));
}

TEST(Package, WhatSomebodyElseHasWrittenStays) {
  TemporaryFolder folder;
  std::ofstream(folder / "README.md") << "# My project\n";
  describe(folder.path);
  PackageWriter::remove_files(folder.path);
  EXPECT_THAT(folder.names(), testing::ElementsAre("README.md"));
  EXPECT_EQ(read_file(folder / "README.md"), "# My project\n");
}

TEST(Codebook, CountsWhyCellsAreEmpty) {
  const Table table{"t",
                    "a row",
                    "行",
                    {{"document", ColumnType::text, "Path", "路径"},
                     {"page", ColumnType::integer, "Page", "页"},
                     {"rate", ColumnType::number, "Rate", "率", "percent"},
                     {"missing", ColumnType::text, "Why", "原因", "", nullptr, Missing::not_applicable}},
                    {}};
  FactsCollector collector(table);
  collector.row({"a.pdf", "3", "95.5", ""});
  collector.row({"a.pdf", "4", "", ""});
  collector.row({"b.pdf", "", "", "illegible: rate"});
  collector.row({"b.pdf", "", "-2", ""});
  Row rate = codebook_rows({collector.facts()})[2];
  EXPECT_THAT(rate, testing::ElementsAre("t", "rate", "Rate", "率", "number", "percent", "", "not_stated",
                                         "4", "2", "1", "1", "0", "-2", "95.5", "95.5", "a.pdf, page 3"));
}

}  // namespace
}  // namespace ziping
