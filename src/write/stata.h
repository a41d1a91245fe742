#pragma once

#include "write/row_spool.h"
#include "write/table_writer.h"

#include <optional>
#include <string>

namespace ziping {

/// `<table>.dta` for Stata 14 and later (format 118), with labels in Chinese and English. A closed list of
/// words is a labelled integer; a number is a double; a figure gives two variables, `value` (missing where it
/// is no number) and `value_text` with all its digits; a long text is a strL. Empty cells of numbers and
/// lists are .a not stated, .b illegible, .c not applicable. The same dataset gives the same bytes.
class StataWriter : public TableWriter {
 public:
  explicit StataWriter(std::string folder) : folder_(std::move(folder)) {}
  void begin(const Table& table) override;
  void row(const Row& row) override { spool_->add(row); }
  void end() override;

 private:
  std::string folder_;
  const Table* table_ = nullptr;
  std::optional<RowSpool> spool_;
};

/// A label as Stata takes it: at most 80 characters.
std::string stata_label(const std::string& label);

}  // namespace ziping
