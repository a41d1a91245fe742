#pragma once

#include "record/document_result.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ziping {

enum class ColumnType {
  text,
  integer,
  number,  ///< exact decimal as text; a value that is no number (80~90, 1:3, 优) stands as it is
};

/// A column as every format shows it.
struct Column {
  const char* name;  ///< in files: ASCII, lower case
  ColumnType type;
  const char* label;  ///< English, one line: what it holds and in which unit
  const char* label_zh;
};

/// The cells of a row, in column order; an empty text is "not stated".
using Row = std::vector<std::string>;
using RowSink = std::function<void(const Row&)>;

/// A table of the dataset. New columns are one line each in schema.cpp or form_schema.cpp: writers, store and
/// the README's table follow.
struct Table {
  const char* name;   ///< documents, reports, ...
  const char* label;  ///< what one row is
  const char* label_zh;
  std::vector<Column> columns;
  /// Gives the rows that a document has in this table, in text order.
  std::function<void(const DocumentResult&, const RowSink&)> rows;
};

/// All tables, in the order in which they are written.
const std::vector<Table>& tables();
/// The table of that name; the name must be one of tables().
const Table& table_named(std::string_view name);

/// Whether a cell is one plain decimal number: -12.5, not 80~90.
bool is_number(std::string_view cell);

}  // namespace ziping
