#pragma once

#include "review/picture_folder.h"
#include "review/review_documents.h"
#include "store/store_reader.h"
#include "write/verdicts.h"

#include <cstddef>
#include <string>
#include <vector>

namespace ziping {

/// What the page says of the dataset as a whole.
struct ReviewFacts {
  std::string name;     ///< of the dataset's folder
  std::string program;  ///< version
  bool pictures = true;
};

/// Writes a dataset as scripts that the page loads when it needs them:
///   summary        documents, reports, labels of columns, and what the other scripts hold
///   index-<n>      of records, what is filtered and searched: some 50,000 rows each
///   records-<n>, findings-<n>, notices-<n>, pictures-<n>   all of a piece of the documents
///   verdicts       those that have been applied
///   dataset        which dataset stands beside the page: a later run writes it anew, see tell_review()
class ReviewData {
 public:
  /// Scripts go into `folder`, which is there.
  ReviewData(const StoreReader& store, std::string folder);

  /// Writes records, findings and notices, and with them learns of each document what documents() tells.
  void write_rows();
  ReviewDocuments& documents() { return documents_; }
  /// The rest, when it is known what pictures there are.
  void write_rest(const ReviewFacts& facts, const PictureFolder* pictures, const Verdicts& verdicts);

 private:
  void divide();
  std::size_t chunk_of(std::size_t document) const;
  void write_findings();
  void write_records();
  void write_notices();
  void write_pictures(const PictureFolder& pictures);
  void write_summary(const ReviewFacts& facts, const PictureFolder* pictures);
  std::string documents_table() const;
  std::string reports_table() const;

  const StoreReader& store_;
  std::string folder_;
  ReviewDocuments documents_;
  std::vector<std::size_t> chunks_;  ///< first document of each piece
  std::size_t indices_ = 0;          ///< scripts index-<n>
};

/// Writes the script `verdicts` into `folder`.
void write_verdicts_script(const std::string& folder, const Verdicts& verdicts);

}  // namespace ziping
