#include "write/jsonl.h"

#include "write/json_text.h"

namespace ziping {
namespace {

constexpr std::size_t kBuffer = 1 << 16;

void append_cell(std::string& out, ColumnType type, const std::string& cell) {
  if (cell.empty()) {
    out += "null";
  } else if (type != ColumnType::text && is_number(cell)) {
    out += cell;
  } else {
    append_json_string(out, cell);
  }
}

}  // namespace

void append_json_object(std::string& out, const Table& table, const Row& row) {
  out += '{';
  for (std::size_t i = 0; i < row.size(); ++i) {
    if (i > 0) out += ',';
    append_json_string(out, table.columns[i].name);
    out += ':';
    append_cell(out, table.columns[i].type, row[i]);
  }
  out += '}';
}

void JsonlWriter::begin(const Table& table) {
  table_ = &table;
  file_.emplace(folder_ + "/" + table.name + ".jsonl");
  buffer_.clear();
}

void JsonlWriter::row(const Row& row) {
  append_json_object(buffer_, *table_, row);
  buffer_ += '\n';
  if (buffer_.size() < kBuffer) return;
  file_->write(buffer_);
  buffer_.clear();
}

void JsonlWriter::end() {
  file_->write(buffer_);
  file_->finish();
  file_.reset();
}

}  // namespace ziping
