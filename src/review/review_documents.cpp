#include "review/review_documents.h"

#include <algorithm>

namespace ziping {

ReviewDocuments::ReviewDocuments(const StoreReader& store) {
  store.for_each_row(table_named("documents"), [&](const Row& row) {
    index_.emplace(row.front(), documents_.size());
    documents_.push_back({.cells = row});
  });
}

std::size_t ReviewDocuments::index_of(const std::string& document) const {
  auto found = index_.find(document);
  return found == index_.end() ? documents_.size() : found->second;
}

const std::string& ReviewDocuments::cell(std::size_t index, const char* column) const {
  return documents_[index].cells[column_of(table_named("documents"), column)];
}

std::size_t column_of(const Table& table, std::string_view name) {
  auto found = std::find_if(table.columns.begin(), table.columns.end(),
                            [&](const Column& column) { return column.name == name; });
  return static_cast<std::size_t>(found - table.columns.begin());
}

const Table* find_table(std::string_view name) {
  auto found =
      std::find_if(tables().begin(), tables().end(), [&](const Table& table) { return table.name == name; });
  return found == tables().end() ? nullptr : &*found;
}

}  // namespace ziping
