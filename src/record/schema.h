#pragma once

#include "record/codes.h"
#include "record/document_result.h"
#include "record/missing.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ziping {

enum class ColumnType {
  text,
  integer,
  number,  ///< exact decimal as text
  figure,  ///< the same, and a value that is no number (80~90, 1:3, 优) stands as it is
};

/// A column as every format shows it.
struct Column {
  const char* name;  ///< in files: ASCII, lower case
  ColumnType type;
  const char* label;  ///< English, one line: what it holds and in which unit
  const char* label_zh;
  const char* unit = "";  ///< CNY, percent, point, …; empty for none and for one in a column of its own
  const Codes* codes = nullptr;         ///< the words it may hold; null for any text
  Missing empty = Missing::not_stated;  ///< what an empty cell means where column `missing` does not say
};

/// The cells of a row, in column order. Why one is empty: Column::empty, and column `missing`.
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
  /// Columns whose cells together name a row; empty where none do.
  std::vector<std::string> key = {};
};

/// All tables, in the order in which they are written.
const std::vector<Table>& tables();
/// The table of that name; the name must be one of tables().
const Table& table_named(std::string_view name);

/// Index of a column; -1 where the table has none of that name.
int column_index(const Table& table, std::string_view name);
/// The column of that name, which the table must have.
const Column& column_named(const Table& table, std::string_view name);

/// The table that a table's rows belong to, by the columns of its key: reports, documents; null for none.
const Table* parent_of(const Table& table);

/// Whether a cell is one plain decimal number: -12.5, not 80~90.
bool is_number(std::string_view cell);

}  // namespace ziping
