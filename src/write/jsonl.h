#pragma once

#include "base/files.h"
#include "write/table_writer.h"

#include <optional>
#include <string>
#include <string_view>

namespace ziping {

/// `<table>.jsonl`: one JSON object a line, every column in it. Numbers are written with the digits
/// they have, never through a double; a figure that is no number is a string; an empty cell is null.
class JsonlWriter : public TableWriter {
 public:
  explicit JsonlWriter(std::string folder) : folder_(std::move(folder)) {}
  void begin(const Table& table) override;
  void row(const Row& row) override;
  void end() override;

 private:
  std::string folder_;
  const Table* table_ = nullptr;
  std::optional<OutputFile> file_;
  std::string buffer_;
};

/// Appends a row as one JSON object, without a line break.
void append_json_object(std::string& out, const Table& table, const Row& row);

}  // namespace ziping
