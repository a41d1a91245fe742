// The sample reports beside the repository and what people wrote down of their covers.
#include "ingest/reader.h"
#include "layout/layout.h"
#include "support.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

namespace ziping {
namespace {

namespace fs = std::filesystem;
using Row = std::map<std::string, std::string>;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> out;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, '\t');) out.push_back(cell);
  return out;
}

std::vector<Row> gold_rows(const fs::path& path) {
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);
  std::vector<std::string> names = cells(line);
  std::vector<Row> rows;
  while (std::getline(in, line)) {
    std::vector<std::string> values = cells(line);
    Row row;
    for (std::size_t i = 0; i < values.size() && i < names.size(); ++i) row[names[i]] = values[i];
    rows.push_back(row);
  }
  return rows;
}

std::string squash(std::string text) {
  std::erase_if(text, [](char c) { return c == ' '; });
  return text;
}

Row fields_of(const Report& report) {
  return {{"title", report.title},
          {"fiscal_year", report.fiscal_year ? std::to_string(*report.fiscal_year) : ""},
          {"organisation", report.organisation},
          {"project", report.project},
          {"report_date", report.report_date},
          {"issuer_region", report.region},
          {"document_kind", report.document_kind}};
}

Outline outline_of_file(const fs::path& path) {
  SourceDocument source = read_document(path.filename().string(), read_file(path));
  return outline(clean(lay_out(source)), field_words());
}

/// Wrong fields of a file's reports, one a line; counts those asked. What gold leaves empty is asked too.
std::string differences(const Outline& found, const std::vector<Row>& gold, int& asked) {
  std::ostringstream out;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    Row have = i < found.reports.size() ? fields_of(found.reports[i]) : Row{};
    for (const auto& [field, value] : fields_of(Report{})) {
      std::string want = squash(gold[i].at(field));
      ++asked;
      if (want != squash(have[field]))
        out << "report " << i + 1 << ' ' << field << ": " << have[field] << " for " << want << '\n';
    }
  }
  return out.str();
}

TEST(Samples, CoversAsPeopleReadThem) {
  fs::path shared = ZIPING_SHARED_DIR;
  if (!fs::exists(shared / "gold")) GTEST_SKIP() << "no sample reports beside the repository";
  for (const fs::directory_entry& file : fs::directory_iterator(shared / "gold")) {
    std::string name = file.path().filename().string();
    if (!name.ends_with(".reports.tsv")) continue;
    std::string stem = name.substr(0, name.find('.'));
    std::vector<Row> gold = gold_rows(file.path());
    Outline found = outline_of_file(shared / "reports" / (stem + ".txt"));
    EXPECT_EQ(found.reports.size(), gold.size()) << stem;
    int asked = 0;
    EXPECT_EQ(differences(found, gold, asked), "") << stem << ", of " << asked;
  }
}

}  // namespace
}  // namespace ziping
