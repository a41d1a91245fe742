#include "write/verdicts.h"

#include "base/csv_rows.h"
#include "base/error.h"
#include "base/files.h"
#include "write/csv.h"
#include "write/formula_guard.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <stdexcept>
#include <string_view>

namespace ziping {
namespace {

constexpr std::array kColumns = {"document", "sha256",  "table",     "key",  "page",     "raw",
                                 "value",    "verdict", "corrected", "note", "judged_at"};

/// A row by the names of its columns; a cell that the row lacks is empty.
class NamedRow {
 public:
  NamedRow(const std::vector<std::string>& header, const CsvRow& row) : header_(header), row_(row) {}

  std::string at(std::string_view name) const {
    auto found = static_cast<std::size_t>(std::find(header_.begin(), header_.end(), name) - header_.begin());
    return found < row_.cells.size() ? std::string(without_formula_guard(row_.cells[found])) : "";
  }

 private:
  const std::vector<std::string>& header_;
  const CsvRow& row_;
};

Verdict verdict_of(const NamedRow& row) {
  Verdict verdict;
  std::size_t column = 0;
  std::apply([&](auto&... field) { ((field = row.at(kColumns[column++])), ...); }, Verdict::fields(verdict));
  return verdict;
}

/// What is wrong with a verdict; empty where it is sound.
std::string fault_of(const Verdict& verdict) {
  if (!is_sha256(verdict.sha256)) return fmt::format("sha256 is no SHA-256: '{}'", verdict.sha256);
  if (verdict.table != "records" && verdict.table != "findings")
    return fmt::format("table is neither records nor findings: '{}'", verdict.table);
  if (verdict.key.empty()) return "key is empty";
  if (verdict.verdict != "right" && verdict.verdict != "wrong" && verdict.verdict != "withdrawn")
    return fmt::format("verdict is none of right, wrong, withdrawn: '{}'", verdict.verdict);
  if (verdict.verdict != "wrong" && !verdict.corrected.empty())
    return "a corrected value is given, but the verdict is not wrong";
  return "";
}

void check_header(const std::string& name, const std::vector<std::string>& header) {
  for (const char* column : {"sha256", "table", "key", "verdict"})
    if (std::find(header.begin(), header.end(), column) == header.end())
      throw UsageError(
          fmt::format("{}:1: column {} is missing: save the verdicts from the review page", name, column));
}

std::vector<CsvRow> rows_of(const std::string& name, const std::string& csv) {
  try {
    return csv_rows(csv);
  } catch (const std::invalid_argument& error) {
    throw UsageError(fmt::format("{}:{}", name, error.what()));
  }
}

std::string file_in(const std::string& folder) {
  return folder + "/verdicts.csv";
}

constexpr const char* kTable = R"(
  DROP VIEW IF EXISTS reviewed_records;
  DROP TABLE IF EXISTS verdicts;
  CREATE TABLE verdicts (document TEXT, sha256 TEXT, "table" TEXT, key TEXT, page INTEGER, raw TEXT, value TEXT,
                         verdict TEXT, corrected TEXT, note TEXT, judged_at TEXT, found INTEGER);)";

/// A renamed document keeps its verdicts; where several have the content, each of them has.
constexpr const char* kFoundRecords = R"(
  UPDATE verdicts SET found = 1
  WHERE "table" = 'records' AND (sha256, key, coalesce(raw, ''), coalesce(value, '')) IN (
    SELECT d.sha256, r.start || '-' || r."end", coalesce(r.raw, ''), coalesce(r.value, '')
    FROM records r JOIN documents d ON d.document = r.document
    WHERE d.sha256 IN (SELECT sha256 FROM verdicts));)";
constexpr const char* kFoundFindings = R"(
  UPDATE verdicts SET found = 1
  WHERE "table" = 'findings' AND (sha256, key, coalesce(raw, ''), coalesce(value, '')) IN (
    SELECT d.sha256, f.rule || ' ' || coalesce(f.records, ''), coalesce(f.stated, ''), coalesce(f.computed, '')
    FROM findings f JOIN documents d ON d.document = f.document
    WHERE d.sha256 IN (SELECT sha256 FROM verdicts));)";

constexpr const char* kReviewed = R"(
  CREATE INDEX verdicts_key ON verdicts (sha256, key);
  CREATE VIEW reviewed_records AS
    SELECT r.*, v.verdict, v.corrected, v.note, v.judged_at,
           CASE WHEN v.verdict = 'wrong' THEN v.corrected ELSE r.value END AS final_value
    FROM records r JOIN documents d ON d.document = r.document
    LEFT JOIN verdicts v ON v.sha256 = d.sha256 AND v."table" = 'records' AND v.found
                        AND v.key = r.start || '-' || r."end";)";

}  // namespace

std::vector<Verdict> read_verdicts(const std::string& name, const std::string& csv) {
  std::vector<CsvRow> rows = rows_of(name, csv);
  if (rows.empty()) throw UsageError(fmt::format("{}: holds no verdicts", name));
  const std::vector<std::string> header = rows.front().cells;
  check_header(name, header);
  std::vector<Verdict> verdicts;
  for (auto row = rows.begin() + 1; row != rows.end(); ++row) {
    verdicts.push_back(verdict_of(NamedRow(header, *row)));
    if (std::string fault = fault_of(verdicts.back()); !fault.empty())
      throw UsageError(fmt::format("{}:{}: {}", name, row->line, fault));
  }
  return verdicts;
}

std::string verdicts_csv(const Verdicts& verdicts) {
  std::string csv = fmt::format("{}\n", fmt::join(kColumns, ","));
  for (const auto& [about, verdict] : verdicts) {
    std::string line;
    std::apply([&](const auto&... field) { ((append_csv_field(line, field), line += ','), ...); },
               Verdict::fields(verdict));
    line.back() = '\n';
    csv += line;
  }
  return csv;
}

Verdicts kept_verdicts(const std::string& folder) {
  const std::string path = file_in(folder);
  Verdicts verdicts;
  if (!std::filesystem::exists(path)) return verdicts;
  for (Verdict& verdict : read_verdicts(path, read_file(path)))
    verdicts[{verdict.sha256, verdict.table, verdict.key}] = verdict;
  return verdicts;
}

void keep_verdicts(const std::string& folder, const Verdicts& verdicts) {
  OutputFile file(file_in(folder));
  file.write(verdicts_csv(verdicts));
  file.finish();
}

void write_verdicts(Database& database, const Verdicts& verdicts) {
  database.exec(kTable);
  for (const auto& [about, verdict] : verdicts) {
    Query insert = database.query("INSERT INTO verdicts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)");
    std::apply([&](const auto&... field) { (insert.text_or_null(field), ...); }, Verdict::fields(verdict));
    insert.run();
  }
  database.exec(kFoundRecords);
  database.exec(kFoundFindings);
  database.exec(kReviewed);
}

}  // namespace ziping
