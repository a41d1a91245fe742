#include "write/jsonl.h"

#include "write/json_text.h"

namespace ziping {
namespace {

constexpr std::size_t kBuffer = 1 << 16;

}  // namespace

JsonObjects::JsonObjects(const Table& table) {
  for (const Column& column : table.columns) {
    std::string lead = members_.empty() ? "{" : ",";
    append_json_string(lead, column.name);
    members_.push_back({lead + ":", column.type == ColumnType::text});
  }
}

void JsonObjects::append(std::string& out, const Row& row) const {
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string& cell = row[i];
    out += members_[i].lead;
    if (cell.empty()) {
      out += "null";
    } else if (!members_[i].text && is_number(cell)) {
      out += cell;
    } else {
      append_json_string(out, cell);
    }
  }
  out += '}';
}

void JsonlWriter::begin(const Table& table) {
  objects_.emplace(table);
  file_.emplace(folder_ + "/" + table.name + ".jsonl");
  buffer_.clear();
}

void JsonlWriter::row(const Row& row) {
  objects_->append(buffer_, row);
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
