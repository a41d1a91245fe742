#pragma once

#include "write/package_facts.h"
#include "write/table_writer.h"

#include <memory>
#include <string>
#include <vector>

namespace ziping {

/// What stands beside a dataset, from its rows and from the files of the other formats, which must be
/// complete: `codebook.csv`, `codebook.md`, `datapackage.json`, `CITATION.cff` and `README.md`. A README.md
/// or CITATION.cff that somebody else has written stays.
class PackageWriter : public TableWriter {
 public:
  /// `files`: names of the dataset's files in `folder`, in the order in which they are described.
  PackageWriter(std::string folder, RunFacts run, std::vector<std::string> files);
  void begin(const Table& table) override;
  void row(const Row& row) override;
  void end() override;
  void finish() override;

  /// Removes what it has written in `folder` in an earlier run.
  static void remove_files(const std::string& folder);

 private:
  void add_input(const Row& row);
  void add_file(const std::string& name);
  void write_file(const std::string& name, const std::string& text) const;
  void write_codebook();

  std::string folder_;
  std::vector<std::string> files_;
  PackageFacts facts_;
  std::unique_ptr<FactsCollector> collector_;
};

}  // namespace ziping
