#pragma once

#include "write/package_facts.h"
#include "write/table_writer.h"

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace ziping {

/// What a dataset is described from beside its rows.
struct PackageSources {
  RunFacts run;
  std::vector<std::string> files;  ///< names of its files, in the order in which they are described
};

/// What stands beside a dataset, from its rows and from the files of the other formats, which must be
/// complete when finish() is called: `codebook.csv`, `codebook.md`, `datapackage.json`, `CITATION.cff` and
/// `README.md`. A README.md or CITATION.cff that somebody else has written stays.
class PackageWriter : public TableWriter {
 public:
  /// `sources` is asked by finish().
  PackageWriter(std::string folder, std::function<PackageSources()> sources)
      : folder_(std::move(folder)), sources_(std::move(sources)) {}
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
  std::function<PackageSources()> sources_;
  PackageFacts facts_;
  std::unique_ptr<FactsCollector> collector_;
};

}  // namespace ziping
