#pragma once

#include "base/decimal.h"
#include "record/rows.h"
#include "record/schema.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace ziping::fields {

constexpr ColumnType text = ColumnType::text, integer = ColumnType::integer, number = ColumnType::number;

/// A column and how it is read from what its table's rows come from.
template <class Source>
struct Field {
  Column column;
  std::string (*read)(const Source&);
};

inline std::string str(int value) {
  return fmt::to_string(value);
}
/// Counts from 1: nothing for 0.
inline std::string ordinal(int value) {
  return value > 0 ? str(value) : "";
}
inline std::string str(std::size_t value) {
  return fmt::to_string(value);
}
inline std::string str(const std::optional<int>& value) {
  return value ? str(*value) : "";
}
inline std::string str(const std::optional<Decimal>& value) {
  return value ? value->str() : "";
}

/// A table of fields, which must outlive it.
template <class Source>
Table make_table(const char* name, const char* label, const char* label_zh,
                 const std::vector<Field<Source>>& fields) {
  Table table{name, label, label_zh, {}, {}};
  for (const Field<Source>& field : fields) table.columns.push_back(field.column);
  table.rows = [&fields](const DocumentResult& document, const RowSink& sink) {
    Row row(fields.size());
    for_each(document, std::function<void(const Source&)>([&](const Source& source) {
               std::transform(fields.begin(), fields.end(), row.begin(),
                              [&](const Field<Source>& field) { return field.read(source); });
               sink(row);
             }));
  };
  return table;
}

}  // namespace ziping::fields
