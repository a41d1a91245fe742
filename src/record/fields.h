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

constexpr ColumnType text = ColumnType::text, integer = ColumnType::integer, number = ColumnType::number,
                     figure = ColumnType::figure;
constexpr Missing not_stated = Missing::not_stated, illegible = Missing::illegible,
                  not_applicable = Missing::not_applicable;

/// A column and how it is read from what its table's rows come from.
template <class Source>
struct Field {
  Column column;
  std::string (*read)(const Source&);
  Missing (*missing)(const Source&) = nullptr;  ///< why it is empty, where that differs from row to row
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

inline const Column kMissingColumn = {
    "missing",     text, "Columns that are empty for another reason than that nothing is stated; * for all",
    "缺失原因",    "",   nullptr,
    not_applicable};

/// The cell of column `missing` for a row of `fields`: `illegible: rate score; not_applicable: weight`.
template <class Source>
std::string missing_cell(const std::vector<Field<Source>>& fields, const Row& row, const Source& source) {
  std::string cell;
  for (Missing reason : {illegible, not_applicable}) {
    std::string names;
    for (std::size_t i = 0; i < fields.size(); ++i)
      if (row[i].empty() && fields[i].missing && fields[i].missing(source) == reason)
        names += std::string(" ") + fields[i].column.name;
    if (!names.empty()) cell += fmt::format("{}{}:{}", cell.empty() ? "" : "; ", name_of(reason), names);
  }
  return cell;
}

/// A table of fields, which must outlive it; with a column `missing` where a field knows why it is empty.
template <class Source>
Table make_table(const char* name, const char* label, const char* label_zh, std::vector<std::string> key,
                 const std::vector<Field<Source>>& fields) {
  bool tells =
      std::any_of(fields.begin(), fields.end(), [](auto& field) { return field.missing != nullptr; });
  Table table{name, label, label_zh, {}, {}, std::move(key)};
  for (const Field<Source>& field : fields) table.columns.push_back(field.column);
  if (tells) table.columns.push_back(kMissingColumn);
  table.rows = [&fields, tells](const DocumentResult& document, const RowSink& sink) {
    Row row(fields.size() + (tells ? 1 : 0));
    for_each(document, std::function<void(const Source&)>([&](const Source& source) {
               std::transform(fields.begin(), fields.end(), row.begin(),
                              [&](const Field<Source>& field) { return field.read(source); });
               if (tells) row.back() = missing_cell(fields, row, source);
               sink(row);
             }));
  };
  return table;
}

}  // namespace ziping::fields
