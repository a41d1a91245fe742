#include "write/verdicts.h"

#include "base/error.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

namespace ziping {
namespace {

const std::string kHash(64, 'a');

std::string fault_of(const std::string& csv) {
  try {
    read_verdicts("v.csv", csv);
    return "";
  } catch (const UsageError& error) {
    return error.what();
  }
}

Verdict sample() {
  Verdict verdict;
  verdict.sha256 = kHash;
  verdict.table = "records";
  verdict.key = "10-15";
  verdict.verdict = "wrong";
  verdict.corrected = "12.5";
  verdict.raw = "－12.5";  // which a spreadsheet would run
  verdict.note = "印刷为“12,5”\n见第二页, 表一";
  return verdict;
}

TEST(Verdicts, areReadAsTheyWereWritten) {
  Verdicts verdicts;
  verdicts[{kHash, "records", "10-15"}] = sample();
  std::vector<Verdict> read = read_verdicts("v.csv", verdicts_csv(verdicts));
  ASSERT_EQ(read.size(), 1u);
  EXPECT_EQ(Verdict::fields(read[0]), Verdict::fields(verdicts.begin()->second));
}

TEST(Verdicts, areNoFormulas) {
  Verdicts verdicts;
  Verdict& verdict = verdicts[{kHash, "records", "10-15"}] = sample();
  verdict.document = "=1+1.pdf";
  verdict.value = "-5";
  verdict.note = "@SUM(A1)";
  std::string csv = verdicts_csv(verdicts);
  EXPECT_NE(csv.find("'=1+1.pdf"), csv.npos);
  EXPECT_NE(csv.find(",-5,"), csv.npos);
  EXPECT_EQ(Verdict::fields(read_verdicts("v.csv", csv)[0]), Verdict::fields(verdict));
}

TEST(Verdicts, faultsNameTheirLine) {
  const std::string head = "sha256,table,key,verdict,corrected\n";
  EXPECT_EQ(fault_of(head + kHash + ",records,1-2,right,\n"), "");
  EXPECT_EQ(fault_of(head + kHash + ",records,1-2,right,\n" + kHash + ",records,1-2,maybe,\n"),
            "v.csv:3: verdict is none of right, wrong, withdrawn: 'maybe'");
  EXPECT_EQ(fault_of(head + "../../x,records,1-2,right,\n"), "v.csv:2: sha256 is no SHA-256: '../../x'");
  EXPECT_EQ(fault_of(head + kHash + ",sections,1-2,right,\n"),
            "v.csv:2: table is neither records nor findings: 'sections'");
  EXPECT_EQ(fault_of(head + kHash + ",records,,right,\n"), "v.csv:2: key is empty");
  EXPECT_EQ(fault_of(head + kHash + ",records,1-2,right,5\n"),
            "v.csv:2: a corrected value is given, but the verdict is not wrong");
  EXPECT_EQ(fault_of("sha256,table,key\n"),
            "v.csv:1: column verdict is missing: save the verdicts from the review page");
  EXPECT_EQ(fault_of(head + "\"" + kHash), "v.csv:2: a quote that does not end");
  EXPECT_EQ(fault_of(""), "v.csv: holds no verdicts");
}

TEST(Verdicts, areKeptInAFileBesideTheDataset) {
  std::string folder = (std::filesystem::temp_directory_path() / "ziping-verdicts-XXXXXX").string();
  ASSERT_NE(mkdtemp(folder.data()), nullptr);
  EXPECT_TRUE(kept_verdicts(folder).empty());
  Verdicts verdicts;
  verdicts[{kHash, "records", "10-15"}] = sample();
  keep_verdicts(folder, verdicts);
  EXPECT_EQ(kept_verdicts(folder).size(), 1u);
  std::filesystem::remove_all(folder);
}

TEST(Verdicts, knowWhetherTheirRowIsThere) {
  Database database(":memory:", Database::Open::write);
  database.exec(R"(
    CREATE TABLE documents (document TEXT, sha256 TEXT);
    CREATE TABLE records (document TEXT, start INTEGER, "end" INTEGER, raw TEXT, value TEXT);
    CREATE TABLE findings (document TEXT, rule TEXT, records TEXT, stated TEXT, computed TEXT);
    INSERT INTO records VALUES ('a.pdf', 10, 15, '12.5万', '125000'), ('a.pdf', 20, 22, '3', '3');)");
  database.query("INSERT INTO documents VALUES ('a.pdf', ?)").text(kHash).run();
  Verdict there = sample(), changed = sample();
  there.raw = "12.5万";
  there.value = "125000";
  changed.key = "20-22";
  changed.raw = changed.value = "4";
  Verdicts verdicts;
  verdicts[{kHash, "records", there.key}] = there;
  verdicts[{kHash, "records", changed.key}] = changed;
  for (int times = 0; times < 2; ++times) write_verdicts(database, verdicts);
  Query query = database.query("SELECT key, found FROM verdicts ORDER BY key");
  ASSERT_TRUE(query.step());
  EXPECT_EQ(query.integer_at(1), 1);
  ASSERT_TRUE(query.step());
  EXPECT_EQ(query.integer_at(1), 0);
  Query final = database.query("SELECT final_value, value FROM reviewed_records ORDER BY start");
  ASSERT_TRUE(final.step());
  EXPECT_EQ(final.text_at(0), "12.5");
  EXPECT_EQ(final.text_at(1), "125000");
  ASSERT_TRUE(final.step());
  EXPECT_EQ(final.text_at(0), "3");
}

}  // namespace
}  // namespace ziping
