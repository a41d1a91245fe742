#include "write/csv.h"

#include "write/formula_guard.h"

#include <array>

namespace ziping {
namespace {

constexpr std::size_t kBuffer = 1 << 16;

constexpr std::array<bool, 256> make_quoted() {
  std::array<bool, 256> quoted{};
  for (char c : {',', '"', '\r', '\n'}) quoted[static_cast<unsigned char>(c)] = true;
  return quoted;
}
constexpr std::array<bool, 256> kQuoted = make_quoted();

bool needs_quotes(const std::string& cell) {
  bool needs = false;
  for (char c : cell) needs |= kQuoted[static_cast<unsigned char>(c)];
  return needs;
}

}  // namespace

void append_csv_quoted(std::string& line, const std::string& cell) {
  line += '"';
  for (char c : cell) {
    if (c == '"') line += '"';
    line += c;
  }
  line += '"';
}

void append_csv_field(std::string& line, const std::string& cell) {
  if (runs_as_formula(cell)) return append_csv_field(line, '\'' + cell);
  if (needs_quotes(cell)) return append_csv_quoted(line, cell);
  line += cell;
}

void CsvWriter::begin(const Table& table) {
  file_.emplace(folder_ + "/" + table.name + ".csv");
  buffer_ = flavour_ == CsvFlavour::excel ? "\uFEFF" : "";
  Row header;
  for (const Column& column : table.columns) header.emplace_back(column.name);
  row(header);
}

void CsvWriter::row(const Row& row) {
  for (const std::string& cell : row) {
    if (&cell != &row.front()) buffer_ += ',';
    append_csv_field(buffer_, cell);
  }
  buffer_ += flavour_ == CsvFlavour::excel ? "\r\n" : "\n";
  if (buffer_.size() < kBuffer) return;
  file_->write(buffer_);
  buffer_.clear();
}

void CsvWriter::end() {
  file_->write(buffer_);
  file_->finish();
  file_.reset();
}

}  // namespace ziping
