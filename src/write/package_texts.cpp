#include "write/package_facts.h"

#include <fmt/format.h>

namespace ziping {
namespace {

/// How to read a dataset in the formats that it has: of a format's file the first line that fits.
struct ReadingHint {
  const char *file, *line;
};
constexpr ReadingHint kHints[] = {
    {"records.csv", "R: `readr::read_csv(\"records.csv\")`; pandas: `pandas.read_csv(\"records.csv\")`"},
    {"records.jsonl", "`records.jsonl` has one JSON object a line; numbers have all their digits"},
    {"records.dta", "Stata: `use records`; R: `haven::read_dta(\"records.dta\")`"},
    {"records.parquet", "`records.parquet`: DuckDB, Arrow, pandas"},
    {"dataset.sqlite", "SQL: `sqlite3 dataset.sqlite \"select * from wide_reports\"`"},
    {"dataset.xlsx", "Excel: `dataset.xlsx`, one sheet a table"},
};

bool has_file(const PackageFacts& facts, std::string_view name) {
  for (const PackageFile& file : facts.files)
    if (file.name == name) return true;
  return false;
}

/// A text in a Markdown code span on one line, whatever it holds.
std::string code(const std::string& text) {
  std::string plain = text;
  for (char& c : plain)
    if (c == '\n' || c == '\r' || c == '`' || c == '|') c = '?';
  return "`" + plain + "`";
}

std::string counts(const PackageFacts& facts) {
  std::string out = "| table | one row is | 中文 | rows |\n|---|---|---|---:|\n";
  for (const TableFacts& table : facts.tables)
    out += fmt::format("| {} | {} | {} | {} |\n", table.table->name, table.table->label,
                       table.table->label_zh, table.rows);
  return out;
}

std::string files(const PackageFacts& facts) {
  std::string out = "| file | bytes | SHA-256 |\n|---|---:|---|\n";
  for (const PackageFile& file : facts.files)
    out += fmt::format("| {} | {} | `{}` |\n", file.name, file.bytes, file.sha256);
  return out;
}

std::string inputs(const PackageFacts& facts) {
  std::string statuses;
  for (const auto& [status, number] : facts.statuses)
    statuses += fmt::format("{}{} {}", statuses.empty() ? "" : ", ", number, status);
  std::string out = fmt::format("{} document{}: {}.", facts.input_count, facts.input_count == 1 ? "" : "s",
                                statuses.empty() ? "none" : statuses);
  if (facts.input_count > facts.inputs.size())
    out += fmt::format(" The first {}; table `documents` has them all.", facts.inputs.size());
  out += "\n\n| document | bytes | SHA-256 |\n|---|---:|---|\n";
  for (const PackageInput& input : facts.inputs)
    out += fmt::format("| {} | {} | {} |\n", code(input.document), input.bytes,
                       input.sha256.empty() ? "" : "`" + input.sha256 + "`");
  return out;
}

std::string hints(const PackageFacts& facts) {
  std::string out;
  for (const ReadingHint& hint : kHints)
    if (has_file(facts, hint.file)) out += fmt::format("- {}\n", hint.line);
  return out;
}

constexpr const char* kRules =
    "- Values are exact decimals in the base unit (yuan, percent, persons, points); `raw` has the figure as "
    "printed.\n"
    "- An empty cell is not stated, illegible or not applicable: `codebook.md` says which, and column "
    "`missing`\n"
    "  where it differs from row to row.\n"
    "- `wide_reports` and `wide_funds` have one row a report. Of several figures of a concept they take the "
    "first that\n"
    "  is a single value of the year evaluated and neither a change nor a figure per person; targets count "
    "for\n"
    "  budgets and other plans only.\n"
    "- `findings` holds what was checked of the reports' own arithmetic. `disagree` accuses nobody: the "
    "report, its\n"
    "  reading or the sense of a word may be at fault; `ziping review` shows the page.\n"
    "- Rows of identical files stand at each place; leave out documents with `same_as` where sums must not "
    "count\n"
    "  twice.\n"
    "- Telephone numbers, identity numbers and the names behind words such as 联系人 are replaced by `*`.\n"
    "- In CSV files a text that a spreadsheet would run as a formula has a `'` before it; the other formats "
    "have it\n"
    "  as it stands.\n";

}  // namespace

std::string package_readme(const PackageFacts& facts) {
  const RunFacts& run = facts.run;
  return fmt::format(
      "{}\n\n"
      "Made by ziping {} with the pattern set of SHA-256 `{}` ({}):\n\n"
      "```\n{}\n```\n\n"
      "INPUT are the documents below. The same inputs, program and patterns give the same bytes.\n\n"
      "## What is in it\n\n{}\n"
      "Columns, units, codes and missing values: `codebook.md`, `codebook.csv`; for programs "
      "`datapackage.json`.\n\n"
      "## How to read it\n\n{}\n{}\n"
      "## Inputs\n\n{}\n"
      "The rights in the reports are those of their publishers; nothing is claimed here.\n\n"
      "## Files\n\n{}",
      kReadmeTitle, run.version, run.patterns_digest, run.settings, run.command, counts(facts), hints(facts),
      kRules, inputs(facts), files(facts));
}

std::string package_citation(const PackageFacts& facts) {
  const RunFacts& run = facts.run;
  return fmt::format(
      "cff-version: 1.2.0\n"
      "{4}\n"
      "type: dataset\n"
      "title: Budget performance self-evaluations read by ziping {0}\n"
      "abstract: {1} reports in {2} documents, pattern set of SHA-256 {3}.\n"
      "authors:\n"
      "  - name: The compilers of this dataset\n"
      "version: {0}\n"
      "references:\n"
      "  - type: software\n"
      "    title: ziping\n"
      "    version: {0}\n"
      "    license: GPL-3.0-or-later\n"
      "    authors:\n"
      "      - name: The authors of ziping\n",
      run.version, facts.tables.size() > 1 ? facts.tables[1].rows : 0, facts.input_count, run.patterns_digest,
      kCitationMessage);
}

}  // namespace ziping
