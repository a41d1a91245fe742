#include "write/package.h"

#include "base/files.h"
#include "write/codebook.h"
#include "write/csv.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <utility>

namespace ziping {
namespace {

/// `records` for records.csv; empty for a file of all tables.
std::string table_of_file(const std::string& name) {
  std::string stem = name.substr(0, name.rfind('.'));
  bool known =
      std::any_of(tables().begin(), tables().end(), [&](const Table& table) { return table.name == stem; });
  return known ? stem : "";
}

constexpr const char* kFiles[] = {"codebook.csv", "codebook.md", "datapackage.json", "CITATION.cff",
                                  "README.md"};

/// Files that people write themselves, and a line near the beginning of ours.
constexpr std::pair<std::string_view, std::string_view> kMarks[] = {
    {"README.md", kReadmeTitle},
    {"CITATION.cff", kCitationMessage},
};

/// What the CSV files among `files` are; plain where there are none.
CsvFlavour flavour_of(const std::string& folder, const std::vector<std::string>& files) {
  auto csv = std::find_if(files.begin(), files.end(),
                          [](const std::string& name) { return name.ends_with(".csv"); });
  if (csv == files.end()) return CsvFlavour::plain;
  std::ifstream file(folder + "/" + *csv, std::ios::binary);
  return file.get() == 0xEF ? CsvFlavour::excel : CsvFlavour::plain;
}

bool may_replace(const std::string& folder, std::string_view name) {
  std::string path = fmt::format("{}/{}", folder, name);
  for (auto [marked, mark] : kMarks)
    if (name == marked && std::filesystem::exists(path))
      return read_file(path).substr(0, 400).find(mark) != std::string::npos;
  return true;
}

}  // namespace

void PackageWriter::remove_files(const std::string& folder) {
  for (const char* name : kFiles)
    for (const char* end : {"", ".part"})
      if (may_replace(folder, name)) std::remove((folder + "/" + name + end).c_str());
}

void PackageWriter::begin(const Table& table) {
  collector_ = std::make_unique<FactsCollector>(table);
}

void PackageWriter::row(const Row& row) {
  collector_->row(row);
  if (collector_->facts().table->name == std::string_view("documents")) add_input(row);
}

void PackageWriter::end() {
  facts_.tables.push_back(collector_->facts());
}

void PackageWriter::finish() {
  PackageSources sources = sources_();
  facts_.run = std::move(sources.run);
  facts_.flavour = flavour_of(folder_, sources.files);
  write_codebook();
  for (const std::string& name : sources.files) add_file(name);
  for (const char* name : {"codebook.csv", "codebook.md"}) add_file(name);
  write_file("datapackage.json", data_package_json(facts_));
  write_file("CITATION.cff", package_citation(facts_));
  write_file("README.md", package_readme(facts_));
}

void PackageWriter::add_input(const Row& row) {
  const Table& table = *collector_->facts().table;
  auto cell = [&](const char* name) { return row[static_cast<std::size_t>(column_index(table, name))]; };
  ++facts_.input_count;
  ++facts_.statuses[cell("status")];
  if (facts_.inputs.size() < PackageFacts::kListedInputs)
    facts_.inputs.push_back({cell("document"), cell("sha256"), cell("bytes")});
}

void PackageWriter::add_file(const std::string& name) {
  FileDigest digest = digest_of_file(folder_ + "/" + name);
  facts_.files.push_back({name, table_of_file(name), digest.bytes, digest.sha256});
}

void PackageWriter::write_file(const std::string& name, const std::string& text) const {
  if (!may_replace(folder_, name)) return;
  OutputFile file(folder_ + "/" + name);
  file.write(text);
  file.finish();
}

void PackageWriter::write_codebook() {
  CsvWriter csv(folder_, facts_.flavour);
  csv.begin(kCodebookTable);
  for (const Row& row : codebook_rows(facts_.tables)) csv.row(row);
  csv.end();
  write_file("codebook.md", codebook_markdown(facts_.tables));
}

}  // namespace ziping
