#include "write/csv.h"

namespace ziping {

std::string csv_field(const std::string& cell) {
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

void CsvWriter::begin(const Table& table) {
  file_.emplace(folder_ + "/" + table.name + ".csv");
  Row header;
  for (const Column& column : table.columns) header.emplace_back(column.name);
  row(header);
}

void CsvWriter::row(const Row& row) {
  std::string line;
  for (const std::string& cell : row) {
    if (&cell != &row.front()) line += ',';
    line += csv_field(cell);
  }
  file_->write(line + '\n');
}

void CsvWriter::end() {
  file_->finish();
  file_.reset();
}

}  // namespace ziping
