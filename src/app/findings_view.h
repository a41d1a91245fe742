#pragma once

#include "app/terminal.h"
#include "record/schema.h"

#include <cstddef>
#include <string>

namespace ziping {

/// What the audit found in a dataset, read row by row: a paragraph a document, then a summary.
class FindingsView {
 public:
  /// `all`: what agrees and what rounding explains is shown too.
  FindingsView(Terminal terminal, bool all) : terminal_(terminal), all_(all) {}

  /// A row of table `findings`, in the dataset's order; returns what is to be printed of it.
  std::string show(const Row& row);
  std::string summary() const;
  std::size_t disagreeing() const { return disagree_; }

 private:
  Terminal terminal_;
  bool all_;
  std::string document_;  ///< that was shown last
  std::size_t documents_ = 0, agree_ = 0, rounding_ = 0, disagree_ = 0;
};

}  // namespace ziping
