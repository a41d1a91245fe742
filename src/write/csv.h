#pragma once

#include "base/files.h"
#include "write/table_writer.h"

#include <optional>
#include <string>

namespace ziping {

enum class CsvFlavour {
  plain,  ///< no byte order mark, lines ended by LF
  excel,  ///< a byte order mark, without which Excel takes UTF-8 for the local code page; lines ended by CR
          ///< LF
};

/// `<table>.csv`: RFC 4180 quoting, UTF-8, a header row. A cell that a spreadsheet would run as a formula has
/// a `'` before it (runs_as_formula()); every other cell stands as it is.
class CsvWriter : public TableWriter {
 public:
  explicit CsvWriter(std::string folder, CsvFlavour flavour = CsvFlavour::plain)
      : folder_(std::move(folder)), flavour_(flavour) {}
  void begin(const Table& table) override;
  void row(const Row& row) override;
  void end() override;

 private:
  std::string folder_;
  CsvFlavour flavour_;
  std::optional<OutputFile> file_;
  std::string buffer_;
};

/// Appends a field in quotes whatever it holds.
void append_csv_quoted(std::string& line, const std::string& cell);
/// Appends a field as it stands in a CSV file: quoted where it holds a comma, a quote or a line break.
void append_csv_field(std::string& line, const std::string& cell);

}  // namespace ziping
