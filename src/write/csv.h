#pragma once

#include "base/files.h"
#include "write/table_writer.h"

#include <optional>
#include <string>

namespace ziping {

/// `<table>.csv`: RFC 4180 quoting, UTF-8 without byte order mark, lines ended by LF, a header row.
/// An empty field is "not stated". Cells stand as they are: guard a spreadsheet that runs formulas by
/// importing the columns as text.
class CsvWriter : public TableWriter {
 public:
  explicit CsvWriter(std::string folder) : folder_(std::move(folder)) {}
  void begin(const Table& table) override;
  void row(const Row& row) override;
  void end() override;

 private:
  std::string folder_;
  std::optional<OutputFile> file_;
};

/// A field as it stands in a CSV file: quoted where it holds a comma, a quote or a line break.
std::string csv_field(const std::string& cell);

}  // namespace ziping
