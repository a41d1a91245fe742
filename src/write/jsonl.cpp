#include "write/jsonl.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace ziping {
namespace {

using JsonWriter = rapidjson::Writer<rapidjson::StringBuffer>;

void write_cell(JsonWriter& writer, ColumnType type, const std::string& cell) {
  auto size = static_cast<rapidjson::SizeType>(cell.size());
  if (cell.empty()) {
    writer.Null();
  } else if (type != ColumnType::text && is_number(cell)) {
    writer.RawValue(cell.data(), size, rapidjson::kNumberType);
  } else {
    writer.String(cell.data(), size);
  }
}

}  // namespace

std::string json_string(std::string_view text) {
  rapidjson::StringBuffer buffer;
  JsonWriter writer(buffer);
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  return {buffer.GetString(), buffer.GetSize()};
}

std::string json_object(const Table& table, const Row& row) {
  rapidjson::StringBuffer buffer;
  JsonWriter writer(buffer);
  writer.StartObject();
  for (std::size_t i = 0; i < row.size(); ++i) {
    writer.Key(table.columns[i].name);
    write_cell(writer, table.columns[i].type, row[i]);
  }
  writer.EndObject();
  return {buffer.GetString(), buffer.GetSize()};
}

void JsonlWriter::begin(const Table& table) {
  table_ = &table;
  file_.emplace(folder_ + "/" + table.name + ".jsonl");
}

void JsonlWriter::row(const Row& row) {
  file_->write(json_object(*table_, row) + '\n');
}

void JsonlWriter::end() {
  file_->finish();
  file_.reset();
}

}  // namespace ziping
