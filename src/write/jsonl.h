#pragma once

#include "base/files.h"
#include "write/table_writer.h"

#include <optional>
#include <string>
#include <vector>

namespace ziping {

/// Rows of a table as JSON objects.
class JsonObjects {
 public:
  explicit JsonObjects(const Table& table);
  /// Appends a row, without a line break.
  void append(std::string& out, const Row& row) const;

 private:
  struct Member {
    std::string lead;  ///< what stands before its value: `,"page":`
    bool text;
  };
  std::vector<Member> members_;
};

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
  std::optional<JsonObjects> objects_;
  std::optional<OutputFile> file_;
  std::string buffer_;
};

}  // namespace ziping
