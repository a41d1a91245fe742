#pragma once

#include "write/csv.h"
#include "write/run_facts.h"
#include "write/table_facts.h"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace ziping {

/// A document that the dataset was read from.
struct PackageInput {
  std::string document, sha256, bytes;
};

/// A file of the dataset.
struct PackageFile {
  std::string name;   ///< records.csv
  std::string table;  ///< records; empty for a file of all tables
  std::size_t bytes = 0;
  std::string sha256;
};

/// All that the files beside a dataset are made of.
struct PackageFacts {
  /// More inputs are counted, not listed: table documents has them all.
  static constexpr std::size_t kListedInputs = 1000;

  CsvFlavour flavour = CsvFlavour::plain;
  RunFacts run;
  std::vector<TableFacts> tables;
  std::vector<PackageFile> files;
  std::vector<PackageInput> inputs;  ///< at most kListedInputs
  std::size_t input_count = 0;
  std::map<std::string, std::size_t> statuses;  ///< documents by status
};

/// Lines by which README.md and CITATION.cff are known to be ours.
inline constexpr std::string_view kReadmeTitle =
    "# A dataset of budget performance self-evaluations 绩效自评数据集";
inline constexpr std::string_view kCitationMessage =
    "message: If you use this dataset, cite it, the reports it was read from, and the program that read "
    "them.";

/// `datapackage.json`: a Frictionless Data Package with a Table Schema for each CSV table.
std::string data_package_json(const PackageFacts& facts);
/// `README.md` of the run.
std::string package_readme(const PackageFacts& facts);
/// `CITATION.cff`, Citation File Format 1.2.0.
std::string package_citation(const PackageFacts& facts);

}  // namespace ziping
