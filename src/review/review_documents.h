#pragma once

#include "record/schema.h"
#include "store/store_reader.h"

#include <cstddef>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace ziping {

/// What the page tells of a document before its records are loaded.
struct ReviewDocument {
  Row cells;  ///< of table documents
  std::size_t records = 0, doubtful = 0;
  std::size_t agree = 0, rounding = 0, disagree = 0;  ///< findings
  std::size_t notices = 0;
  /// Pages to be shown: those with records or findings, and all of a document that is not very long, as what
  /// was overlooked is on the others.
  std::set<int> pages;
  std::set<std::string> accused;  ///< start-end of records that findings disagree with
  std::string picture_problem;    ///< why it lacks pictures: absent, changed, timeout, …
};

/// The documents of a dataset in their order.
class ReviewDocuments {
 public:
  explicit ReviewDocuments(const StoreReader& store);

  std::size_t count() const { return documents_.size(); }
  ReviewDocument& at(std::size_t index) { return documents_[index]; }
  const ReviewDocument& at(std::size_t index) const { return documents_[index]; }
  /// Index of the document of that path; count() where there is none.
  std::size_t index_of(const std::string& document) const;
  /// A cell of table documents.
  const std::string& cell(std::size_t index, const char* column) const;

 private:
  std::vector<ReviewDocument> documents_;
  std::unordered_map<std::string, std::size_t> index_;
};

/// Place of a column in its table, whose column it must be.
std::size_t column_of(const Table& table, std::string_view name);

}  // namespace ziping
