#include "review/review_documents.h"

#include <cstdlib>

namespace ziping {
namespace {

/// Pages of a document that is shown whole.
constexpr int kWholeDocument = 100;

std::set<int> pages_of_whole(const std::string& count) {
  std::set<int> pages;
  int last = std::atoi(count.c_str());
  for (int page = 1; page <= last && last <= kWholeDocument; ++page) pages.insert(page);
  return pages;
}

}  // namespace

ReviewDocuments::ReviewDocuments(const StoreReader& store) {
  const std::size_t pages = column_of(table_named("documents"), "pages");
  store.for_each_row(table_named("documents"), [&](const Row& row) {
    index_.emplace(row.front(), documents_.size());
    documents_.push_back({.cells = row, .pages = pages_of_whole(row[pages])});
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
  return static_cast<std::size_t>(column_index(table, name));
}

}  // namespace ziping
